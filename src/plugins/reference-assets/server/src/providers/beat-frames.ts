import { framesPerSecond } from '../../../shared/contracts/vocabulary';

/** A shortest beat, and the grid beats are cut to: a tenth of a second. */
const shortestBeat = framesPerSecond;
const grid = framesPerSecond / 10;

/** Frames of a video of a length, the one place where seconds become frames. */
export const framesIn = (durationSeconds: number): number =>
  Math.round(durationSeconds * framesPerSecond);

/** The most beats that fit when each lasts at least a second. */
export const mostBeats = (frames: number): number => Math.floor(frames / shortestBeat);

/**
 * Shares frames out by weight: each beat gets at least a second, cuts fall on tenths of a second, and the sum is exact.
 *
 * Throws: `RangeError` when the frames do not hold that many beats.
 */
export const shareFrames = (frames: number, weights: readonly number[]): number[] => {
  if (mostBeats(frames) < weights.length) {
    throw new RangeError(
      `${weights.length} beats of at least a second do not fit into ${frames} frames`,
    );
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = frames - weights.length * shortestBeat;
  const wished = weights.map((weight) => Math.max(0, (weight / total) * frames - shortestBeat));
  const wishedTotal = wished.reduce((sum, wish) => sum + wish, 0);
  const shares = wished.map((wish) =>
    wishedTotal === 0 ? 0 : Math.floor((spare * wish) / wishedTotal / grid) * grid,
  );
  return giveRemainder(
    shares.map((share) => share + shortestBeat),
    frames,
    weights,
  );
};

/** Hands the frames left by rounding to the beats of most weight, a tenth of a second each; the odd rest to the last beat. */
const giveRemainder = (shares: number[], frames: number, weights: readonly number[]): number[] => {
  const out = [...shares];
  const byWeight = out
    .map((_share, index) => index)
    .sort((a, b) => weights[b] - weights[a] || a - b);
  let rest = frames - out.reduce((sum, share) => sum + share, 0);
  for (let turn = 0; rest >= grid; turn += 1) {
    out[byWeight[turn % byWeight.length]] += grid;
    rest -= grid;
  }
  out[out.length - 1] += rest;
  return out;
};
