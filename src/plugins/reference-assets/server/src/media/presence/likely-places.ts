import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import { resample, type Place } from './resample';

/** Side of the square on which places are weighed against each other, px: enough to choose the few worth a closer look. */
const side = 16;
/** Heights of the places, as shares of the frame's height; beyond 1 only a part of the product is in the frame. */
const heights = [0.28, 0.38, 0.5, 0.66, 0.88, 1.2, 1.6] as const;
/** Distance between two places, as a share of their size, and how much of one may lie beyond the frame. */
const [stride, beyond] = [0.12, 0.35];
/** Share of the product that has to be within the frame. */
const leastWithin = 0.4;
const mostPlaces = 6;

/** The places of a frame that are most alike to a product, by colours and where they lie, best first. */
export const likelyPlaces = (frame: Raster, product: Raster, aspect: number): Place[] => {
  const whole = { x: 0, y: 0, width: product.width, height: product.height };
  const wanted = labOf(resample(product, whole, side));
  const found: { place: Place; likeness: number }[] = [];
  for (const place of placesOn(frame, aspect))
    found.push({ place, likeness: correlation(wanted, labOf(resample(frame, place, side))) });
  found.sort((one, other) => other.likeness - one.likeness);
  return found.slice(0, mostPlaces).map(({ place }) => place);
};

function* placesOn({ width, height }: Raster, aspect: number): Generator<Place> {
  for (const share of heights) {
    const size = { width: share * height * aspect, height: share * height };
    if (size.width > width * 2) continue;
    for (const x of along(width, size.width))
      for (const y of along(height, size.height)) yield { x, y, ...size };
  }
}

const along = (frame: number, length: number): number[] => {
  const [first, last] = [-length * beyond, frame - length * (1 - beyond)];
  const steps = Math.max(1, Math.ceil((last - first) / (length * stride)));
  return Array.from({ length: steps + 1 }, (_, step) => first + ((last - first) * step) / steps);
};

/** Lightness, both colour axes at twice their weight, and whether there is anything, for each pixel. */
const labOf = ({ data }: Raster): Float32Array => {
  const lab = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const [light, a, b] = oklabOf(data[i]!, data[i + 1]!, data[i + 2]!);
    lab[i] = light;
    lab[i + 1] = 2 * a;
    lab[i + 2] = 2 * b;
    lab[i + 3] = data[i + 3]! >= 128 ? 1 : 0;
  }
  return lab;
};

/** Variation of a pixel that says nothing; keeps plain surfaces from being alike to anything. */
const noise = 0.0015;

/** Correlation over the product's own pixels: lightness around its mean, so that more or less light does not matter. */
const correlation = (product: Float32Array, place: Float32Array): number => {
  let [all, both, productLight, placeLight] = [0, 0, 0, 0];
  for (let i = 0; i < product.length; i += 4) {
    all += product[i + 3]!;
    if (!product[i + 3] || !place[i + 3]) continue;
    both++;
    productLight += product[i]!;
    placeLight += place[i]!;
  }
  if (both < all * leastWithin || both === 0) return -1;
  const [productMean, placeMean] = [productLight / both, placeLight / both];
  let [together, one, other] = [0, both * noise, both * noise];
  for (let i = 0; i < product.length; i += 4) {
    if (!product[i + 3] || !place[i + 3]) continue;
    const [p, q] = [product[i]! - productMean, place[i]! - placeMean];
    together += p * q + product[i + 1]! * place[i + 1]! + product[i + 2]! * place[i + 2]!;
    one += p * p + product[i + 1]! ** 2 + product[i + 2]! ** 2;
    other += q * q + place[i + 1]! ** 2 + place[i + 2]! ** 2;
  }
  return together / Math.sqrt(one * other);
};
