/** Marks everything up to `radius` px across and down from what is marked with `value`; each pixel is seen six times. */
export const growMask = (
  mask: Uint8Array,
  width: number,
  height: number,
  radius: number,
  value: 0 | 1 = 1,
): Uint8Array => {
  const grown = Uint8Array.from(mask);
  for (let y = 0; y < height; y++) growLine(grown, y * width, 1, width, radius, value);
  for (let x = 0; x < width; x++) growLine(grown, x, width, height, radius, value);
  return grown;
};

const growLine = (
  mask: Uint8Array,
  start: number,
  step: number,
  length: number,
  radius: number,
  value: 0 | 1,
): void => {
  const end = start + length * step;
  // How far the last marked pixel is behind, going there, and how far it is ahead, coming back.
  let left = 0;
  for (let i = start; i < end; i += step) {
    if (mask[i] === value) left = radius + 1;
    else if (left > 0) mask[i] = value + 2;
    left--;
  }
  left = 0;
  for (let i = end - step; i >= start; i -= step) {
    if (mask[i] === value) left = radius + 1;
    else if (left > 0) mask[i] = value + 2;
    left--;
  }
  for (let i = start; i < end; i += step) if (mask[i] === value + 2) mask[i] = value;
};
