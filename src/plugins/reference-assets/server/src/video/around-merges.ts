import { ConflictError } from '../errors';
import type { Stores } from '../stores';
import { approvalDigest } from './approval';
import { workingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats'>;

/** What videos need while one asset takes another's place in them. */
export const createAroundMerges = ({ videos, beats }: Needs) => {
  const digestOf = async (documentId: string): Promise<string | null> => {
    const video = await videos.find(documentId);
    return video?.approval ? approvalDigest(video, await beats.of(documentId)) : null;
  };

  return {
    /** Throws: `ConflictError` while one of the videos is being made: what it is made of must not change under it. */
    async demandAtRest(documentIds: readonly string[]): Promise<void> {
      for (const documentId of documentIds) {
        const video = await videos.find(documentId);
        if (video && workingStages.includes(video.stage))
          throw new ConflictError(
            'A video is being made with one of these assets; wait until it is done, or cancel it.',
            { video: documentId, status: video.stage },
          );
      }
    },

    /**
     * Does something, in a transaction, that names other assets in videos and makes nothing of them anew: an approval
     * that held before holds after it.
     */
    async keepApprovals<T>(documentIds: readonly string[], work: () => Promise<T>): Promise<T> {
      const before = new Map<string, string>();
      for (const documentId of documentIds) {
        const digest = await digestOf(documentId);
        if (digest) before.set(documentId, digest);
      }
      const result = await work();
      for (const [documentId, from] of before) {
        const to = await digestOf(documentId);
        if (to && to !== from) await videos.renewApproval(documentId, from, to);
      }
      return result;
    },
  };
};
export type AroundMerges = ReturnType<typeof createAroundMerges>;
