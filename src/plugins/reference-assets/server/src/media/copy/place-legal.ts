import type { Typeface } from '../../../../shared/contracts/typefaces';
import type { Frame } from '../overlay/frame-regions';
import { grown } from '../stills/boxes';
import type { Box, Size } from '../stills/still-request';
import { chooseInk, luminancesIn } from './contrast';
import type { CopyLayout } from './copy-layout';
import { evenBox } from './even-box';
import { fitWords } from './fit-words';

/** Small print at the foot of a frame. */
export interface LegalRequest {
  lines: readonly string[];
  frame: Size;
  /** Frames of the moving shot, of any one size. */
  frames: readonly Frame[];
  beatFrames: number;
  typeface?: Typeface;
}

/** Where it stands, as shares of the frame: inside the title-safe area, above its lower edge. Source: EBU R 95. */
const [across, foot, most] = [0.88, 0.05, 0.2] as const;
/** Its size as a share of the shorter side: what the eye still reads on a phone, and no larger than it has to be. */
const [largest, smallest] = [0.026, 0.0175] as const;

/**
 * Small print for the whole of a beat: centred at the foot of the frame, readable in every frame of the shot.
 *
 * Shape: a layout of words like any other, without a button.
 */
export const placeLegal = async (request: LegalRequest): Promise<CopyLayout> => {
  const { lines, frame, frames, beatFrames, typeface } = request;
  const words = lines.join('\n');
  const short = Math.min(frame.width, frame.height);
  const { sizePx, widthPx, width, height } = await fitWords(words, {
    ...{ width: frame.width * across, height: frame.height * most },
    ...{ largestPx: short * largest, smallestPx: short * smallest },
    ...{ cut: 'semibold', align: 'centre', typeface },
  });
  const bottom = Math.round(frame.height * (1 - foot));
  const box: Box = evenBox(
    { x: (frame.width - width) / 2, y: bottom - height, width, height },
    frame,
  );
  const ink = chooseInk(luminancesIn(frames, box, frame));
  const inset = ink.veil > 0 ? Math.round(short * 0.03) : 0;
  return {
    ...(inset > 0 ? evenBox(grown(box, inset), frame) : box),
    ...{ align: 'centre', ...ink, inset, button: null },
    headline: { words, sizePx, widthPx, cut: 'semibold', ...(typeface && { typeface }) },
    ...{ fromFrame: 0, toFrame: beatFrames },
    fadeFrames: Math.min(6, Math.floor(beatFrames / 8)),
  };
};
