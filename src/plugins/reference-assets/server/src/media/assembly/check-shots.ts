import type { Transition } from '../../../../shared/contracts/spec';
import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import type { PromisedProduct } from './check-products';
import { check, type QualityCheck } from './checks';
import type { FrameLook } from './look-through';
import { darkEnds } from './transitions';

/** A shot as it was promised. */
export interface PromisedShot {
  frames: number;
  /** Whether its picture may stand still: a camera on a tripod before a still. */
  mayRest?: boolean;
  /** How the picture comes into it: a dip is dark on purpose. */
  transition?: Transition | null;
  /** The product that it shows. */
  product?: PromisedProduct | null;
}

/** A picture that stands still this long has frozen, unless it may. */
const longestHold = framesPerSecond;

/** Looks for black frames and a frozen picture, shot by shot; one line each when all is well. */
export const shotChecks = (
  frames: readonly FrameLook[],
  shots: readonly PromisedShot[],
): QualityCheck[] => {
  const looks = split(frames, shots);
  const dark = darkEnds(shots);
  const black = looks.map((shot, index) => {
    const { first, last } = dark[index]!;
    return shot.slice(first, shot.length - last).filter(({ isBlack }) => isBlack).length;
  });
  const held = looks.map((shot, index) =>
    shots[index]!.mayRest
      ? 0
      : Math.max(0, ...shot.map(({ heldFor }, at) => Math.min(heldFor, at))),
  );
  return [
    ...summed('black frames', black, '0', 0, (count) => String(count)),
    ...summed(
      'longest standstill',
      held,
      `under ${seconds(longestHold)}`,
      longestHold - 1,
      seconds,
    ),
  ];
};

const seconds = (count: number): string => `${(count / framesPerSecond).toFixed(2)} s`;

const split = (frames: readonly FrameLook[], shots: readonly PromisedShot[]): FrameLook[][] => {
  let from = 0;
  return shots.map((shot) => frames.slice(from, (from += shot.frames)));
};

/** One passed line for all shots, or a failed line for each that is beyond what is allowed. */
const summed = (
  name: string,
  values: readonly number[],
  expected: string,
  most: number,
  show: (value: number) => string,
): QualityCheck[] => {
  const bad = values.flatMap((value, shot) => (value > most ? [{ value, shot }] : []));
  if (bad.length === 0) return [check(name, expected, show(Math.max(0, ...values)), true)];
  return bad.map(({ value, shot }) => ({ ...check(name, expected, show(value), false), shot }));
};
