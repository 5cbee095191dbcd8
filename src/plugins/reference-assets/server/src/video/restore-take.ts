import { errors } from '@strapi/utils';
import type { Takes } from '../stores/takes';
import type { BeatRow } from '../stores/video-rows';

/**
 * The columns that put an earlier take back: its still with everything the still was made of, so that its input hash is
 * the beat's again and nothing of it is made twice.
 *
 * Throws: `NotFoundError` when it is no take of the beat, `ApplicationError` when its picture is gone.
 */
export const columnsOfTake = async (
  takes: Takes,
  beat: BeatRow,
  takeId: string,
): Promise<{ columns: Partial<BeatRow>; number: number }> => {
  const take = (await takes.ofBeat(beat.documentId)).find((one) => one.documentId === takeId);
  if (!take) throw new errors.NotFoundError('There is no such take of this beat.');
  const { still, stillWithLogo, stillHash, overlayHash, columns, number } = take;
  if (!still || !columns)
    throw new errors.ApplicationError('The picture of this take is no longer there.');
  return {
    number,
    columns: { ...columns, still, stillWithLogo, stillHash, overlayHash },
  };
};
