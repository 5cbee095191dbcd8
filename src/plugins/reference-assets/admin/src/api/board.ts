import type { BeatChange, Board } from '../../../shared/contracts/board';
import type { BeatQuote } from '../../../shared/contracts/reviews';
import type { PlanEdit } from '../../../shared/contracts/video-edits';
import type { Quote } from '../../../shared/contracts/prices';
import type { Video } from '../../../shared/contracts/videos';
import { route, studioApi, unwrap } from './studio-api';
import { ofVideo, video } from './videos';

interface OfBeat {
  id: string;
  beatId: string;
  change: BeatChange;
}
const changes = ({ id, beatId }: OfBeat, more = '') =>
  route(`/videos/${id}/beats/${beatId}/changes${more}`);

const boardApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    getBoard: build.query<Board, string>({
      query: (id) => route(`/videos/${id}/board`),
      transformResponse: unwrap<Board>,
      providesTags: (_result, _error, id) => [video(id)],
    }),
    quoteChange: build.query<BeatQuote, OfBeat>({
      query: (of) => ({ url: changes(of, '/quote'), method: 'POST', data: { change: of.change } }),
      transformResponse: unwrap<BeatQuote>,
      providesTags: (_result, _error, { id }) => [video(id)],
    }),
    changeBeat: build.mutation<Video, OfBeat & { quotedUsd?: number }>({
      query: ({ quotedUsd, ...of }) => ({
        url: changes(of),
        method: 'POST',
        data: { change: of.change, quotedUsd },
      }),
      transformResponse: unwrap<Video>,
      invalidatesTags: ofVideo,
    }),
    savePlan: build.mutation<Video, { id: string; edit: PlanEdit }>({
      query: ({ id, edit }) => ({ url: route(`/videos/${id}/plan`), method: 'PUT', data: edit }),
      transformResponse: unwrap<Video>,
      invalidatesTags: ofVideo,
    }),
    quoteRemaining: build.query<Quote, string>({
      query: (id) => ({ url: route(`/videos/${id}/estimate`), method: 'POST', data: {} }),
      transformResponse: unwrap<Quote>,
      providesTags: (_result, _error, id) => [video(id)],
    }),
  }),
});

export const {
  useGetBoardQuery,
  useQuoteChangeQuery,
  useChangeBeatMutation,
  useSavePlanMutation,
  useQuoteRemainingQuery,
} = boardApi;
