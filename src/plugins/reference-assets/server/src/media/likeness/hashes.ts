import { perceptualHash } from '../analysis/perceptual-hash';
import { isTranslucent, layOn, PRINT_SIDE, type Print } from './print';

/** Grounds on which a picture with transparency may have been flattened by whoever saved it again. */
export const grounds = [255, 0] as const;

const hashOn = (print: Print, ground: number): string => {
  const { rgb } = layOn(print, ground);
  const data = new Uint8Array(PRINT_SIDE * PRINT_SIDE * 4).fill(255);
  for (let p = 0; p < PRINT_SIDE * PRINT_SIDE; p += 1)
    for (let c = 0; c < 3; c += 1) data[p * 4 + c] = rgb[c]![p]! + 0.5;
  return perceptualHash({ data, width: PRINT_SIDE, height: PRINT_SIDE });
};

/**
 * Perceptual hashes under which a print is found: one, or one a ground where something shows through.
 *
 * Shape:  64 bits each, as 16 hex digits.
 */
export const hashesOf = (print: Print): string[] =>
  isTranslucent(print) ? grounds.map((ground) => hashOn(print, ground)) : [hashOn(print, 255)];
