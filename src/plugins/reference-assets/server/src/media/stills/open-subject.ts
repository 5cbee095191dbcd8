import { openPicture } from '../decode';
import type { Raster } from '../analysis/raster';
import { cutOut, type Subject } from './cut-out';
import type { Layer, Size } from './still-request';

/** A subject with the scale of its working pixels against its picture. */
export interface OpenedSubject extends Subject {
  /** Working px for one px of the picture, at most 1 for photographs. */
  workingScale: number;
}

/** Shortest long side of a picture that can show anything, px. */
const smallestSide = 12;

/** Working size for what is shown at most `shown` px long: some of the picture is empty around the subject. */
const workingSide = (shown: number): number =>
  Math.round(Math.min(1800, Math.max(400, shown * 1.4)));

/** Least long side at which subjects are cut out, px: in smaller ones shadows end as sharply as things do. */
const leastToCut = 900;

/**
 * Opens a picture as a subject; null with a note when it is too small to show anything.
 *
 * Units:  `shownPx` is the longest side at which it will be shown.
 * Throws: `MediaRefusal` when the file is no readable picture.
 */
export const openSubject = async (
  layer: Layer | undefined,
  role: string,
  shownPx: number,
  notes: string[],
): Promise<OpenedSubject | null> => {
  if (!layer) return null;
  const longSide = Math.max(leastToCut, workingSide(shownPx));
  const picture = await openPicture(layer.path, { longSide });
  const subject = cutOut(picture.raster, layer.hasTransparency);
  const { width, height } = subject.raster;
  if (Math.max(width, height) < smallestSide) {
    notes.push(`${role}: ${width}×${height} px is too small to be shown, left out`);
    return null;
  }
  notes.push(`${role}: ${subject.reason}`);
  return { ...subject, workingScale: picture.raster.width / picture.width };
};

/** Opens a background picture at a size that covers the frame. */
export const openBackground = async (
  layer: Layer | undefined,
  frame: Size,
): Promise<Raster | null> =>
  layer
    ? (
        await openPicture(layer.path, {
          longSide: workingSide(Math.max(frame.width, frame.height)),
        })
      ).raster
    : null;
