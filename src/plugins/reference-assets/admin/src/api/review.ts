import type { MentionNotice } from '../../../shared/contracts/mentions';
import type {
  LinkRequest,
  NewReviewLink,
  ReviewLink,
} from '../../../shared/contracts/review-links';
import type {
  ActivityEntry,
  BeatQuote,
  CommentRequest,
  Decision,
  DecisionRequest,
  Mention,
  ReviewComment,
  VideoVersion,
} from '../../../shared/contracts/reviews';
import { LIST, route, studioApi, unwrap, type PageOf } from './studio-api';
import { ofVideo, video } from './videos';

const paths: Record<Decision, string> = {
  approve: 'approve',
  request_changes: 'request-changes',
  reject: 'reject',
};
const decisionRoute = (id: string, decision: Decision) =>
  route(`/videos/${id}/decisions/${paths[decision]}`);
const commentRoute = (id: string, commentId: string, what: string) =>
  route(`/videos/${id}/comments/${commentId}/${what}`);
const provided = (_result: unknown, _error: unknown, id: string) => [video(id)];

const reviewApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    decide: build.mutation<unknown, { id: string; decision: Decision; request: DecisionRequest }>({
      query: ({ id, decision, request }) => ({
        url: decisionRoute(id, decision),
        method: 'POST',
        data: request,
      }),
      invalidatesTags: ofVideo,
    }),
    undoDecision: build.mutation<unknown, { id: string; decision: Decision }>({
      query: ({ id, decision }) => ({ url: decisionRoute(id, decision), method: 'DELETE' }),
      invalidatesTags: ofVideo,
    }),
    listComments: build.query<ReviewComment[], string>({
      query: (id) => route(`/videos/${id}/comments`),
      transformResponse: unwrap<ReviewComment[]>,
      providesTags: provided,
    }),
    addComment: build.mutation<ReviewComment, { id: string; request: CommentRequest }>({
      query: ({ id, request }) => ({
        url: route(`/videos/${id}/comments`),
        method: 'POST',
        data: request,
      }),
      transformResponse: unwrap<ReviewComment>,
      invalidatesTags: ofVideo,
    }),
    resolveComment: build.mutation<unknown, { id: string; commentId: string; done: boolean }>({
      query: ({ id, commentId, done }) => ({
        url: commentRoute(id, commentId, 'resolve'),
        method: done ? 'POST' : 'DELETE',
      }),
      invalidatesTags: ofVideo,
    }),
    answerComment: build.mutation<unknown, { id: string; commentId: string; quotedUsd: number }>({
      query: ({ id, commentId, quotedUsd }) => ({
        url: commentRoute(id, commentId, 'regenerate'),
        method: 'POST',
        data: { quotedUsd },
      }),
      invalidatesTags: ofVideo,
    }),
    quoteBeat: build.query<BeatQuote, { id: string; beatId: string }>({
      query: ({ id, beatId }) => route(`/videos/${id}/beats/${beatId}/regenerate-quote`),
      transformResponse: unwrap<BeatQuote>,
      providesTags: (_result, _error, { id }) => [video(id)],
    }),
    listVersions: build.query<VideoVersion[], string>({
      query: (id) => route(`/videos/${id}/versions`),
      transformResponse: unwrap<VideoVersion[]>,
      providesTags: provided,
    }),
    listActivity: build.query<PageOf<ActivityEntry>, { id: string; pageSize: number }>({
      query: ({ id, pageSize }) => route(`/videos/${id}/activity`, { pageSize }),
      providesTags: (_result, _error, { id }) => [video(id)],
    }),
    listPeople: build.query<Mention[], void>({
      query: () => route('/people'),
      transformResponse: unwrap<Mention[]>,
    }),
    listMentions: build.query<MentionNotice[], void>({
      query: () => route('/mentions'),
      transformResponse: unwrap<MentionNotice[]>,
      providesTags: [{ type: 'RefMention', id: LIST }],
    }),
    // What was new stays marked as such until the list is asked for again.
    seeMentions: build.mutation<unknown, void>({
      query: () => ({ url: route('/mentions/seen'), method: 'POST' }),
    }),
    listLinks: build.query<ReviewLink[], string>({
      query: (id) => route(`/videos/${id}/links`),
      transformResponse: unwrap<ReviewLink[]>,
      providesTags: provided,
    }),
    createLink: build.mutation<NewReviewLink, { id: string; request: LinkRequest }>({
      query: ({ id, request }) => ({
        url: route(`/videos/${id}/links`),
        method: 'POST',
        data: request,
      }),
      transformResponse: unwrap<NewReviewLink>,
      invalidatesTags: ofVideo,
    }),
    revokeLink: build.mutation<unknown, { id: string; linkId: string }>({
      query: ({ id, linkId }) => ({
        url: route(`/videos/${id}/links/${linkId}`),
        method: 'DELETE',
      }),
      invalidatesTags: ofVideo,
    }),
    mapReferences: build.mutation<unknown, { id: string; beatId: string; assetIds: string[] }>({
      query: ({ id, ...mapping }) => ({
        url: route(`/videos/${id}/reference-mapping`),
        method: 'POST',
        data: mapping,
      }),
      invalidatesTags: ofVideo,
    }),
    regenerateBeat: build.mutation<unknown, { id: string; beatId: string; quotedUsd: number }>({
      query: ({ id, beatId, quotedUsd }) => ({
        url: route(`/videos/${id}/beats/${beatId}/regenerate`),
        method: 'POST',
        data: { quotedUsd },
      }),
      invalidatesTags: ofVideo,
    }),
  }),
});

export const {
  useDecideMutation,
  useUndoDecisionMutation,
  useListCommentsQuery,
  useAddCommentMutation,
  useResolveCommentMutation,
  useAnswerCommentMutation,
  useQuoteBeatQuery,
  useListVersionsQuery,
  useListActivityQuery,
  useListPeopleQuery,
  useListMentionsQuery,
  useSeeMentionsMutation,
  useListLinksQuery,
  useCreateLinkMutation,
  useRevokeLinkMutation,
  useMapReferencesMutation,
  useRegenerateBeatMutation,
} = reviewApi;
