import type { ReviewComment, ReviewRequest } from '../../../shared/contracts/reviews';
import { route, studioApi, unwrap } from './studio-api';
import { ofVideo, video } from './videos';

const reviewApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    reviewVideo: build.mutation<unknown, { id: string; review: ReviewRequest }>({
      query: ({ id, review }) => ({
        url: route(`/videos/${id}/reviews`),
        method: 'POST',
        data: review,
      }),
      invalidatesTags: ofVideo,
    }),
    listComments: build.query<ReviewComment[], string>({
      query: (id) => route(`/videos/${id}/comments`),
      transformResponse: unwrap<ReviewComment[]>,
      providesTags: (_result, _error, id) => [video(id)],
    }),
    addComment: build.mutation<unknown, { id: string; text: string; beatId?: string }>({
      query: ({ id, ...comment }) => ({
        url: route(`/videos/${id}/comments`),
        method: 'POST',
        data: comment,
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
    regenerateBeat: build.mutation<unknown, { id: string; beatId: string }>({
      query: ({ id, beatId }) => ({
        url: route(`/videos/${id}/beats/${beatId}/regenerate`),
        method: 'POST',
      }),
      invalidatesTags: ofVideo,
    }),
  }),
});

export const {
  useReviewVideoMutation,
  useListCommentsQuery,
  useAddCommentMutation,
  useMapReferencesMutation,
  useRegenerateBeatMutation,
} = reviewApi;
