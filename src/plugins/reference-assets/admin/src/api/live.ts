import { z } from 'zod';
import { analysisStatus } from '../../../shared/contracts/assets';
import { documentId } from '../../../shared/contracts/problems';
import { videoEvent } from '../../../shared/contracts/videos';
import type { ServerEvent } from './event-stream';
import { LIST, studioApi, TAGS } from './studio-api';

/** GET /reference-assets/events — `event: asset`; a `pending` one may be new to the lists. */
const assetEvent = z.object({ asset: documentId, status: analysisStatus });

/** What became stale: one thing or list of a kind, or without an id all of it. */
export interface Change {
  type: (typeof TAGS)[number];
  id?: string;
}

/** Counts of how it all runs: they change with everything, so they are asked for more seldom; see `use-live-events`. */
export const operationTags: readonly Change['type'][] = ['RefStatus', 'RefDelivery'];
const operation = operationTags.map((type): Change => ({ type }));

const changesOf = (event: string, data: unknown): Change[] => {
  if (event === 'asset') {
    const { asset, status } = assetEvent.parse(data);
    return [asset, ...(status === 'pending' ? [LIST] : [])].map((id) => ({ type: 'RefAsset', id }));
  }
  if (event === 'status') return [];
  if (event === 'review') return [{ type: 'RefMention', id: LIST }];
  if (event !== 'video') return [];
  const { video, status } = videoEvent.parse(data);
  // One that was just ordered may have begun before it is heard of.
  const isNew = status === 'queued' || status === 'planning';
  const changed: Change[] = [video, ...(isNew ? [LIST] : [])].map((id) => ({
    ...{ type: 'RefVideo', id },
  }));
  // People are told of these in the list of what concerns them.
  const isTold = status === 'in_review' || status === 'failed';
  return isTold ? [...changed, { type: 'RefMention', id: LIST }] : changed;
};

/**
 * What a message of the stream makes stale; whatever changed, the counts of operators did too.
 *
 * Throws: `SyntaxError` or `ZodError` when it is not one of ours.
 */
export const changesFrom = ({ event, data }: ServerEvent): Change[] => [
  ...changesOf(event, JSON.parse(data)),
  ...operation,
];

const liveApi = studioApi.injectEndpoints({
  endpoints: (build) => ({
    // Marks cached answers stale; a mutation without a request needs no hold of Strapi's store.
    noteChanges: build.mutation<null, Change[]>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_result, _error, changes) => changes,
    }),
    noteAnything: build.mutation<null, void>({
      queryFn: () => ({ data: null }),
      invalidatesTags: [...TAGS],
    }),
  }),
});

export const { useNoteChangesMutation, useNoteAnythingMutation } = liveApi;
