const kernelOf = (sigma: number): Float32Array => {
  const reach = Math.ceil(3 * sigma);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const total = kernel.reduce((a, b) => a + b, 0);
  return kernel.map((weight) => weight / total);
};

/** Blurs along one axis; `step` is the distance of neighbours, `length` their number, in each of `lines` lines. */
const blurLines = (
  from: Float32Array,
  to: Float32Array,
  kernel: Float32Array,
  { lines, lineStep, length, step }: Record<'lines' | 'lineStep' | 'length' | 'step', number>,
): void => {
  const reach = (kernel.length - 1) / 2;
  // A line with its ends repeated outwards, so that the inner loop asks nothing.
  const padded = new Float32Array(length + 2 * reach);
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    for (let at = 0; at < length; at += 1) padded[at + reach] = from[start + at * step]!;
    padded.fill(padded[reach]!, 0, reach);
    padded.fill(padded[length + reach - 1]!, length + reach);
    for (let at = 0; at < length; at += 1) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k += 1) sum += padded[at + k]! * kernel[k]!;
      to[start + at * step] = sum;
    }
  }
};

/**
 * Gaussian blur, one axis after the other; border pixels are repeated outwards.
 *
 * Shape: `luma` and the result width × height.
 * Units: `sigma` px.
 */
export const gaussianBlur = (
  luma: Uint8Array,
  width: number,
  height: number,
  sigma: number,
): Float32Array => {
  const kernel = kernelOf(sigma);
  const across = new Float32Array(width * height);
  const both = new Float32Array(width * height);
  blurLines(Float32Array.from(luma), across, kernel, {
    lines: height,
    lineStep: width,
    length: width,
    step: 1,
  });
  blurLines(across, both, kernel, { lines: width, lineStep: 1, length: height, step: width });
  return both;
};
