import type { Typeface } from '../../../../shared/contracts/typefaces';
import type { Size } from '../stills/still-request';
import { setWords, type Cut } from './typeface';

/** Room for words and how large they may be. */
export interface Room extends Size {
  cut: Cut;
  typeface?: Typeface;
  align: 'left' | 'centre';
  largestPx: number;
  smallestPx: number;
}

/**
 * The largest size at which words fit in their room; the smallest allowed when none does, so that nothing is cut.
 *
 * Units: px.
 */
export const fitWords = async (
  words: string,
  room: Room,
): Promise<Size & { sizePx: number; widthPx: number }> => {
  const widthPx = Math.floor(room.width);
  let [low, high] = [Math.floor(room.smallestPx), Math.floor(room.largestPx)];
  const measure = async (sizePx: number) => {
    const { width, height } = await setWords({
      words,
      cut: room.cut,
      typeface: room.typeface,
      sizePx,
      widthPx,
      align: room.align,
    });
    return { width, height, sizePx, widthPx };
  };
  const fits = ({ width, height }: Size) => width <= room.width && height <= room.height;
  let best = await measure(high);
  if (fits(best)) return best;
  best = await measure(low);
  while (high - low > 1) {
    const middle = await measure((low + high) >> 1);
    if (fits(middle)) [best, low] = [middle, middle.sizePx];
    else high = middle.sizePx;
  }
  return best;
};
