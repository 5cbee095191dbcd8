import { createRandom } from '../../tests/eval/figures';

export const dimension = 768;

/** Things a library shows, common ones first, and the kinds they are of: footwear, vehicles, landscapes. */
const themes = 400;
const kinds = 24;
/** Directions in which pictures of anything may differ, and how many of them pictures of one theme use. */
const directions = 256;
const directionsOfTheme = 24;
/** Lengths of the parts of a vector before it is made one long. */
const parts = { common: 0.75, kind: 0.6, theme: 0.5, own: 0.6, noise: 0.12, gap: 1.6 };

type Vector = Float64Array;

/** Normally distributed numbers that are the same in every run. */
const createNormal = (random: () => number): (() => number) => {
  return () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
};

const unit = (vector: Vector): Vector => {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
};

const add = (to: Vector, what: Vector, times: number): void => {
  for (let at = 0; at < dimension; at += 1) to[at] += times * what[at];
};

interface Theme {
  centre: Vector;
  /** Directions with how far pictures of the theme lie apart in each. */
  spread: { direction: Vector; length: number }[];
}

/** The world that all vectors of a run come from; the same in every run. */
const createWorld = (): { common: Vector; gap: Vector; themes: Theme[] } => {
  const random = createRandom(11);
  const normal = createNormal(random);
  const draw = (): Vector => unit(Float64Array.from({ length: dimension }, normal));
  const pool = Array.from({ length: directions }, draw);
  const spread = (): Theme['spread'] => {
    const lengths = Array.from({ length: directionsOfTheme }, (_, index) => 1 / (1 + index / 6));
    const whole = Math.hypot(...lengths);
    return lengths.map((length) => ({
      direction: pool[Math.floor(random() * directions)],
      length: length / whole,
    }));
  };
  // Kinds have directions in common as well: a shoe is nearer to a bag than to a lake.
  const kindCentres = Array.from({ length: kinds }, () => {
    const centre = draw();
    for (let times = 0; times < 3; times += 1) add(centre, pool[Math.floor(random() * 12)], 0.6);
    return unit(centre);
  });
  const theme = (): Theme => {
    const centre = new Float64Array(dimension);
    add(centre, kindCentres[Math.floor(random() * kinds)], parts.kind);
    // What tells a shoe from a boot lies along directions that tell other things apart as well.
    const own = draw();
    for (const { direction, length } of spread()) add(own, direction, 1.5 * length * normal());
    add(centre, unit(own), parts.theme);
    return { centre, spread: spread() };
  };
  return { common: draw(), gap: draw(), themes: Array.from({ length: themes }, theme) };
};

let world: ReturnType<typeof createWorld> | undefined;

/**
 * Vectors that lie as embeddings of pictures and texts do.
 *
 * All share a direction (two pictures of nothing in common still have a cosine near .4), gather around themes of very different size, and within
 * a theme vary along some two dozen directions, the first far more than the last, with a little noise in every component.
 * Texts name a theme and lie beside the pictures, off in a direction of their own: a cosine near .3 to what they describe.
 */
export const createVectorMaker = (seed: number) => {
  world ??= createWorld();
  const { common, gap, themes: known } = world;
  const random = createRandom(seed);
  const normal = createNormal(random);

  const around = (): Vector => {
    const theme = known[Math.floor(random() ** 1.5 * known.length)];
    const vector = new Float64Array(dimension);
    add(vector, theme.centre, 1);
    for (const { direction, length } of theme.spread)
      add(vector, direction, parts.own * length * normal());
    const noise = parts.noise / Math.sqrt(dimension);
    for (let at = 0; at < dimension; at += 1) vector[at] += noise * normal();
    return vector;
  };

  return {
    picture(): Vector {
      const vector = around();
      add(vector, common, parts.common);
      return unit(vector);
    },
    text(): Vector {
      const vector = around();
      add(vector, common, -0.1);
      add(vector, gap, parts.gap);
      return unit(vector);
    },
  };
};
export type VectorMaker = ReturnType<typeof createVectorMaker>;
