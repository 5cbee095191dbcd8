import type { MediaWorker } from '../media/media-worker';
import type { Encoder } from '../providers/ports';
import { descriptorModel } from './encoding';
import { measureProbe } from './measure-probe';

/** Turns a picture file into the vector that image-to-image comparisons use now. */
export type PictureVector = (path: string) => Promise<{ vector: ArrayLike<number>; model: string }>;

/** Throws `ValidationError` for what is no picture. */
export const createPictureVector =
  ({ media, encoder }: { media: MediaWorker; encoder: Encoder }): PictureVector =>
  async (path) => {
    const isReady = encoder.status().state === 'ready';
    const { descriptor, raster } = await measureProbe(media, path, { raster: isReady });
    if (!raster) return { vector: descriptor, model: descriptorModel };
    // Which model answers may change while this one is waited for.
    const { model } = encoder;
    return { vector: await encoder.encodeImage(raster), model };
  };
