import type { TierOffer } from '../../../shared/contracts/offers';
import type { VideoFilter } from '../../../shared/contracts/video-filter';
import type { Quote } from '../../../shared/contracts/prices';
import type { VideoRequest } from '../../../shared/contracts/video-requests';
import type { VideoStatus } from '../../../shared/contracts/video-states';
import type { Video } from '../../../shared/contracts/videos';
import { LIST, route, studioApi, unwrap, type PageOf } from './studio-api';

/** What moves a video on without saying more than which video. */
export type VideoAction = 'continue' | 'cancel' | 'retry' | 'publish' | 'unpublish';

/** The cache tag of a video. */
export const video = (id: string) => ({ type: 'RefVideo' as const, id });
/** What a change of a video makes stale. */
export const ofVideo = (_result: unknown, _error: unknown, { id }: { id: string }) => [video(id)];

const videoApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    listVideos: build.query<
      PageOf<Video>,
      VideoFilter & { page: number; pageSize: number; status?: VideoStatus; published?: boolean }
    >({
      query: (filter) => route('/videos', { ...filter }),
      providesTags: (page) => [
        video(LIST),
        ...(page?.data ?? []).map(({ documentId }) => video(documentId)),
      ],
    }),
    getVideo: build.query<Video, string>({
      query: (id) => route(`/videos/${id}`),
      transformResponse: unwrap<Video>,
      providesTags: (_result, _error, id) => [video(id)],
    }),
    // A query although it is a POST: the same request has the same price, so it is cached while typing.
    quoteVideo: build.query<Quote, VideoRequest>({
      query: (data) => ({ url: route('/videos/estimate'), method: 'POST', data }),
      transformResponse: unwrap<Quote>,
      keepUnusedDataFor: 60,
    }),
    offerTiers: build.query<TierOffer[], VideoRequest>({
      query: (data) => ({ url: route('/videos/offers'), method: 'POST', data }),
      transformResponse: unwrap<TierOffer[]>,
      keepUnusedDataFor: 60,
    }),
    createVideo: build.mutation<Video, { request: VideoRequest; idempotencyKey: string }>({
      query: ({ request, idempotencyKey }) => ({
        url: route('/videos'),
        method: 'POST',
        data: { data: request },
        config: { headers: { 'Idempotency-Key': idempotencyKey } },
      }),
      transformResponse: unwrap<Video>,
      invalidatesTags: [video(LIST), 'RefStatus'],
    }),
    moveVideo: build.mutation<unknown, { id: string; action: VideoAction }>({
      query: ({ id, action }) => ({ url: route(`/videos/${id}/${action}`), method: 'POST' }),
      invalidatesTags: (_result, _error, { id }) => [video(id), video(LIST), 'RefStatus'],
    }),
  }),
});

export const {
  useListVideosQuery,
  useGetVideoQuery,
  useQuoteVideoQuery,
  useOfferTiersQuery,
  useCreateVideoMutation,
  useMoveVideoMutation,
} = videoApi;
