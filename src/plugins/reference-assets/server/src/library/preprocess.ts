import { errors } from '@strapi/utils';
import type { PreprocessKind } from '../../../shared/contracts/assets';
import { ProviderError, StepFailure } from '../errors';
import type { ControlPicture, MediaWorker } from '../media/media-worker';
import type { Depth } from '../providers/depth';
import type { Stores } from '../stores';
import type { Browse } from './browse';
import { pictureBytes } from './picture-bytes';
import type { Viewer } from './viewer';

type Needs = Pick<Stores, 'files'> & { browse: Browse; media: MediaWorker; depth: Depth };

/** What to tell who asked; other failures are ours. */
const forPeople = (error: unknown): unknown => {
  const isTheirs = error instanceof StepFailure || error instanceof ProviderError;
  return isTheirs ? new errors.ApplicationError(error.message, { code: error.code }) : error;
};

/**
 * Draws of an asset what guides a generating model: hard edges, soft edges or depth, always the one that was asked
 * for.
 */
export const createPreprocess = ({ files, browse, media, depth }: Needs) => {
  const draw = async (input: Buffer | string, kind: PreprocessKind): Promise<ControlPicture> => {
    if (kind !== 'depth') return media.controlPicture(input, kind);
    const { grey, width, height } = await depth.estimate(input);
    return media.greyPicture({ grey, width, height });
  };
  return {
    /** Throws: `ApplicationError` with the reason where it cannot be drawn, as for depth without a model. */
    async draw(documentId: string, kind: PreprocessKind, viewer: Viewer): Promise<ControlPicture> {
      const { file } = await browse.row(documentId, viewer);
      if (!file) throw new errors.ApplicationError('The asset has no file any more.');
      try {
        return await draw(await pictureBytes(files, file), kind);
      } catch (error) {
        throw forPeople(error);
      }
    },
  };
};
