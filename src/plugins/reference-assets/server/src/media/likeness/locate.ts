import { compareColours, type ColourAgreement } from './agreement';
import { layOn, PRINT_SIDE, type Planes, type Print } from './print';
import { correlateInside, readThrough, type Place } from './sample';

/** Least share of the part's frame that has to lie on the whole. */
const LEAST_INSIDE = 0.86;
const COARSE = 16;
const FINE = 32;
/** Sizes of the part that are tried, as a share of the largest that fits. */
const sizes = [1.05, 1, 0.95, 0.9, 0.85, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5];
/** Below this correlation of the coarse look nobody climbs: most parts reach .8 there, and few strangers .7. */
const PROMISING = 0.62;

/** A part found in a whole. */
export interface Found extends ColourAgreement {
  place: Place;
  /** Correlation of light and dark under the frame, −1 to 1. */
  structure: number;
  /** Mean difference of colour under the frame, 0–255. */
  difference: number;
}

interface Search {
  whole: Planes;
  aspect: number;
  part: Float32Array;
  count: number;
}

const scoreAt = ({ whole, aspect, part, count }: Search, place: Place): number => {
  const seen = readThrough(whole.luma, whole.side, place, aspect, count);
  return correlateInside(seen, part, LEAST_INSIDE);
};

/** Every place of the coarse grid. */
function* places(full: { width: number; height: number }): Generator<Place> {
  for (const size of sizes) {
    const [width, height] = [full.width * size, full.height * size];
    const [roomX, roomY] = [Math.max(0, 1 - width), Math.max(0, 1 - height)];
    const [stepsX, stepsY] = [Math.ceil(roomX / 0.06), Math.ceil(roomY / 0.06)];
    for (let v = 0; v <= stepsY; v += 1)
      for (let u = 0; u <= stepsX; u += 1) {
        const x = 0.5 + roomX * (stepsX === 0 ? 0 : u / stepsX - 0.5);
        const y = 0.5 + roomY * (stepsY === 0 ? 0 : v / stepsY - 0.5);
        yield { x, y, width, height, angle: 0 };
      }
  }
}

const moves = (step: number): ((place: Place) => Place)[] =>
  [-step, step].flatMap((by) => [
    (at: Place): Place => ({ ...at, x: at.x + by }),
    (at: Place): Place => ({ ...at, y: at.y + by }),
    (at: Place): Place => ({ ...at, width: at.width * (1 + by), height: at.height * (1 + by) }),
    (at: Place): Place => ({ ...at, angle: at.angle + by }),
  ]);

/** Climbs from a place to the best one near it. */
const climb = (search: Search, start: Place): { place: Place; score: number } => {
  let best = { place: start, score: scoreAt(search, start) };
  for (let step = 0.024; step > 0.0025; step /= 2) {
    for (let better = true; better;) {
      better = false;
      for (const move of moves(step)) {
        const place = move(best.place);
        const score = scoreAt(search, place);
        if (score <= best.score + 1e-4) continue;
        best = { place, score };
        better = true;
      }
    }
  }
  return best;
};

const meanDifference = (seen: Float32Array[], known: readonly Float32Array[]): number => {
  let sum = 0;
  let count = 0;
  for (let p = 0; p < seen[0]!.length; p += 1) {
    if (Number.isNaN(seen[0]![p])) continue;
    for (let c = 0; c < 3; c += 1) sum += Math.abs(seen[c]![p]! - known[c]![p]!) / 3;
    count += 1;
  }
  return count === 0 ? 255 : sum / count;
};

/** A coarse look at where a part may lie in a whole: how well it fits there, 0–1, and the close look from there. */
export interface Glimpse {
  score: number;
  find(): Found;
}

/**
 * Looks for the frame of `part` in `whole`: scaled, shifted, and turned by a few degrees.
 *
 * Returns what the coarse look promises, or null where nothing is like it; `find` takes ten times as long. `ground` is a
 * grey 0–255 under both.
 */
export const glimpse = (
  whole: Print,
  part: Print,
  ground: { whole: number; part: number },
): Glimpse | null => {
  const aspect = whole.width / whole.height;
  const relative = part.width / part.height / aspect;
  const full = relative >= 1 ? { width: 1, height: 1 / relative } : { width: relative, height: 1 };
  const coarse = layOn(part, ground.part, COARSE).luma;
  // The first look is at a blurred copy, so that a place a little beside the right one is noticed as well.
  const first = { whole: layOn(whole, ground.whole, FINE), aspect, part: coarse, count: COARSE };
  const tried = [...places(full)]
    .map((place) => ({ place, score: scoreAt(first, place) }))
    .filter(({ score }) => score >= PROMISING)
    .sort((a, b) => b.score - a.score);
  if (tried.length === 0) return null;

  const find = (): Found => {
    const planes = layOn(whole, ground.whole, PRINT_SIDE);
    const fine = layOn(part, ground.part, FINE);
    const search = { whole: planes, aspect, part: fine.luma, count: FINE };
    const best = tried
      .slice(0, 2)
      .map(({ place }) => climb(search, place))
      .reduce((one, other) => (other.score > one.score ? other : one));
    const through = (plane: Float32Array) =>
      readThrough(plane, planes.side, best.place, aspect, FINE);
    const seen = planes.rgb.map(through);
    const difference = meanDifference(seen, fine.rgb);
    const colours = compareColours(seen, fine.rgb);
    return { place: best.place, structure: best.score, difference, ...colours };
  };
  return { score: tried[0]!.score, find };
};
