import type { BackdropMask } from './backdrop-mask';

/** Each pixel goes with the majority of the 5 × 5 around it, which takes bites and spikes off the outline. */
export const smoothed = (mask: BackdropMask, width: number, height: number): BackdropMask => {
  const rows = new Uint8Array(mask.length);
  for (let i = 2; i < mask.length - 2; i++) {
    rows[i] = mask[i - 2]! + mask[i - 1]! + mask[i]! + mask[i + 1]! + mask[i + 2]!;
  }
  const calm = Uint8Array.from(mask);
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const sum =
        rows[i - 2 * width]! +
        rows[i - width]! +
        rows[i]! +
        rows[i + width]! +
        rows[i + 2 * width]!;
      calm[i] = sum > 12 ? 1 : 0;
    }
  }
  return calm;
};
