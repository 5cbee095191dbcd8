import { gaussianBlur } from './gaussian-blur';

/** Scales at which a picture is looked at. Units: standard deviation of the blur, px. */
const scales = [1, 2, 4];

/** What a gradient at a scale must be multiplied with so that a step from 0 to 255 gives 255 at every scale. */
const unitStep = (sigma: number): number => sigma * Math.sqrt(2 * Math.PI);

/** Adds to `strongest` what the gradient of one scale exceeds it by; central differences, borders repeated. */
const raise = (
  strongest: Float32Array,
  blurred: Float32Array,
  width: number,
  height: number,
  sigma: number,
): void => {
  const gain = unitStep(sigma) / 2;
  for (let y = 0; y < height; y += 1) {
    const above = (y > 0 ? y - 1 : y) * width;
    const below = (y < height - 1 ? y + 1 : y) * width;
    for (let x = 0, p = y * width; x < width; x += 1, p += 1) {
      const dx = blurred[x < width - 1 ? p + 1 : p]! - blurred[x > 0 ? p - 1 : p]!;
      const dy = blurred[below + x]! - blurred[above + x]!;
      const strength = gain * Math.sqrt(dx * dx + dy * dy);
      if (strength > strongest[p]!) strongest[p] = strength;
    }
  }
};

/**
 * Soft edges of a grey picture: the strongest gradient over several scales, so that a sharp outline and the gentle
 * turn of a surface both show, each as strong as it is.
 *
 * Shape:  `luma` and the result width × height, 8 bit; 0 where nothing changes.
 * Units:  the square root of the contrast across the edge, 255 for black against white.
 * Source: Lindeberg's scale-normalised gradient (1998) at σ 1, 2 and 4 px.
 */
export const softEdges = (luma: Uint8Array, width: number, height: number): Uint8Array => {
  const strongest = new Float32Array(luma.length);
  for (const sigma of scales)
    raise(strongest, gaussianBlur(luma, width, height, sigma), width, height, sigma);
  const edges = new Uint8Array(luma.length);
  for (let p = 0; p < edges.length; p += 1)
    edges[p] = Math.round(Math.sqrt(Math.min(1, strongest[p]! / 255)) * 255);
  return edges;
};
