import { errors } from '@strapi/utils';
import { StepFailure } from '../errors';
import type { MeasuredPicture, MediaWorker, Wanted } from '../media/media-worker';

/** Measures a picture that somebody sent for comparison. Throws `ValidationError` with the reason when it is none. */
export const measureProbe = async (
  media: MediaWorker,
  path: string,
  wanted: Wanted,
): Promise<MeasuredPicture> => {
  try {
    return await media.measure(path, {}, wanted);
  } catch (error) {
    const isRefused = error instanceof StepFailure && media.isRefusal(error.code);
    throw isRefused ? new errors.ValidationError(error.message) : error;
  }
};
