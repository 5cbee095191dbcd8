import { oklabOf, type Oklab } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import type { BackdropModel } from './backdrop-model';

const { sqrt, min, max, abs } = Math;

/** What tells backdrop from subject, of every pixel. */
export interface BackdropField {
  /** Distance from the backdrop, Oklab units. */
  distance: Float32Array;
  /** How much darker a pixel is than the backdrop, Oklab units. */
  darker: Float32Array;
  /** How much redder and yellower a pixel is than the backdrop in as little light, Oklab units. */
  redder: Float32Array;
  yellower: Float32Array;
  /** True where the pixel may be a soft shadow or glow on the backdrop. */
  shade: Uint8Array;
  /** Lightness as seen, Oklab units. */
  light: Float32Array;
  /** Change of lightness over two pixels, grain evened out: small in shadows and glows, large at the edge of a subject. */
  slope(index: number): number;
  /** Not 0 where the colour is that of the backdrop in shadow; 2 in a deep one. */
  dusk: Uint8Array;
}

/** Least colour of a backdrop by which its deep shadows are told from a dark subject, Oklab units. */
const leastTint = 0.012;

/**
 * Whether a dark pixel has the tint of the backdrop in so little light; on white and grey ones nothing has.
 *
 * Shape: `chroma` is how far its colour is off that tint.
 */
const isTinted = (
  [ground, greenRed, blueYellow]: readonly [number, number, number],
  [light, a, b]: Oklab,
  chroma: number,
): boolean => {
  const dimmed = min(1, light / max(0.05, ground));
  const [ra, rb] = [greenRed * dimmed, blueYellow * dimmed];
  const expected = ra * ra + rb * rb;
  if (expected < (leastTint * dimmed) ** 2) return false;
  const along = (a * ra + b * rb) / expected;
  if (along < 0.6 || along > 4.2) return false;
  // Light that warm things throw back makes a shadow warmer, never another colour.
  return chroma < 0.03 || sqrt(max(0, a * a + b * b - along * along * expected)) < 0.015;
};

/** Mark of a shadow so dark that only its tint and softness tell it from a subject. */
export const deep = 2;

/** The blackest shadows change least: there a dark subject is near. */
const deepSlope = (lightness: number): number => (lightness > 0.26 ? 0.05 : 0.02);

/** Compares every pixel with the backdrop that is expected there. */
export const measureField = (
  { data, width, height }: Raster,
  model: BackdropModel,
): BackdropField => {
  const distance = new Float32Array(width * height);
  const darkers = new Float32Array(width * height);
  const redder = new Float32Array(width * height);
  const yellower = new Float32Array(width * height);
  const shade = new Uint8Array(width * height);
  const light = new Float32Array(width * height);
  const dusk = new Uint8Array(width * height);
  const row = new Float32Array(width * 3);
  for (let y = 0, i = 0; y < height; y++) {
    model.fillRow(y, { width, height }, row);
    for (let x = 0; x < width; x++, i++) {
      const o = i * 4;
      const [l, a, b] = oklabOf(data[o]!, data[o + 1]!, data[o + 2]!);
      const darker = row[x * 3]! - l;
      // In shadow a backdrop loses colour as it loses light.
      const dimmed = min(1, l / max(0.05, row[x * 3]!));
      const [da, db] = [a - row[x * 3 + 1]! * dimmed, b - row[x * 3 + 2]! * dimmed];
      // Spelt out: Math.hypot costs ten times as much here.
      const chroma = sqrt(da * da + db * db);
      light[i] = l;
      darkers[i] = darker;
      redder[i] = da;
      yellower[i] = db;
      distance[i] = sqrt(darker * darker + chroma * chroma);
      if (darker > 0.06 && darker < 0.56 && chroma < 0.03 && l > 0.49) dusk[i] = 1;
      else if (
        darker > 0.3 &&
        chroma < 0.06 &&
        l > 0.17 &&
        isTinted([row[x * 3]!, row[x * 3 + 1]!, row[x * 3 + 2]!], [l, a, b], chroma)
      )
        dusk[i] = deep;
      shade[i] = darker > -0.1 && darker < 0.46 && l > 0.47 && chroma < 0.024 ? 1 : 0;
    }
  }
  const smooth = softened(light, width);
  for (let i = 0; i < shade.length; i++) {
    if (!shade[i] && !dusk[i]) continue;
    const slope = slopeAt(smooth, i, width);
    if (slope >= 0.024) shade[i] = 0;
    if (slope >= (dusk[i] === deep ? deepSlope(light[i]!) : 0.075)) dusk[i] = 0;
  }
  const slope = (i: number) => slopeAt(smooth, i, width);
  return { distance, darker: darkers, redder, yellower, light, slope, shade, dusk };
};

/** Mean of each pixel and its four neighbours, so that grain does not pass for an edge. */
const softened = (light: Float32Array, width: number): Float32Array => {
  const soft = Float32Array.from(light);
  for (let i = width; i < light.length - width; i++) {
    soft[i] =
      (light[i]! + light[i - 1]! + light[i + 1]! + light[i - width]! + light[i + width]!) / 5;
  }
  return soft;
};

const slopeAt = (light: Float32Array, i: number, width: number): number => {
  const here = light[i]!;
  const across = (light[i + 1] ?? here) - (light[i - 1] ?? here);
  const down = (light[i + width] ?? here) - (light[i - width] ?? here);
  return max(abs(across), abs(down));
};
