import path from 'node:path';
import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import type { Stores } from '../stores';
import type { FileRow } from '../stores/media-files';
import { fileOnDisk } from './layer-files';
import { inputHash } from './step';

type Needs = Pick<Stores, 'videos' | 'versions' | 'files' | 'generated'> & {
  media: MediaWorker;
  log: { warn(message: string): void };
};

const proofVersion = 1;
const words = 'FOR REVIEW · NOT APPROVED';

/** Job `video.proof`: the watermarked copy of the newest master, for guests who look before it is approved. */
export const createProofStep = (needs: Needs): JobHandler<'video.proof'> => {
  const { videos, versions, files, generated, media, log } = needs;
  return {
    async run({ videoId }) {
      const video = await videos.find(videoId);
      const hash = video?.inputHash;
      const version = hash ? await versions.ofHash(videoId, hash) : null;
      const master = version?.file;
      if (!video || !version || !master) return skipped('there is no master yet');
      if (version.proof) return skipped('the copy for review is there');
      const outdated = (await versions.of(videoId)).flatMap(({ id, proof }) =>
        proof && id !== version.id ? [proof.id] : [],
      );
      await withScratch(async (folder) => {
        const outputPath = path.join(folder, 'proof.mp4');
        const input = await fileOnDisk(needs, master as FileRow, folder);
        const size = frameSizeOf(video);
        await media.watermark({ input, outputPath, size, words });
        const file = {
          // Nothing of the master's own name: who knows this address must not find the clean one by it.
          hash: `ra_proof_${inputHash({ proofVersion, words, hash: version.hash, of: version.documentId }).slice(0, 24)}`,
          ext: '.mp4',
          mime: 'video/mp4',
          name: 'Copy for review.mp4',
          content: { path: outputPath },
          ...size,
        };
        await generated.store([file], ([saved]) =>
          versions.update(version.id, { proof: saved.id }),
        );
      });
      await files.remove(outdated);
      return done;
    },

    async failed({ videoId }, error) {
      log.warn(`the copy for review of video ${videoId} was not made: ${error.message}`);
    },
  };
};
