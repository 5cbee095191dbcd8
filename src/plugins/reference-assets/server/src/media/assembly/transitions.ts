import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import type { ClipShot } from './assembly-request';

/** Timestamps of a stream made of one repeated frame. */
const atPace = `settb=1/${framesPerSecond},setpts=N`;

/**
 * Filters for the way from each shot into the next; the shots keep their frames, so no time of any beat moves.
 *
 * A dissolve lays the last frame of the shot before, held and fading out, over the first frames of the shot; a dip
 * fades the one to black and the other from it. Every ffmpeg can do both, also those without `xfade`.
 *
 * Shape: `labels` name the streams to be joined; the shots themselves are `shot0`, `shot1` …
 */
export const transitionFilters = (
  shots: readonly Pick<ClipShot, 'frames' | 'transition'>[],
): { filters: string[]; labels: string[] } => {
  const filters: string[] = [];
  const labels = shots.map((_, index) => `shot${index}`);
  shots.forEach(({ transition, frames }, index) => {
    const before = shots[index - 1];
    if (!before || !transition || transition.kind === 'cut') return;
    const [from, into] = [labels[index - 1]!, labels[index]!];
    const length = Math.min(transition.frames, frames, before.frames);
    if (transition.kind === 'dip') {
      const half = Math.max(1, Math.floor(length / 2));
      filters.push(
        `[${from}]fade=t=out:start_frame=${before.frames - half}:nb_frames=${half}[${from}dip]`,
        `[${into}]fade=t=in:start_frame=0:nb_frames=${half}[${into}rise]`,
      );
      [labels[index - 1], labels[index]] = [`${from}dip`, `${into}rise`];
      return;
    }
    filters.push(
      `[${from}]split=2[${from}kept][${from}copy]`,
      `[${from}copy]trim=start_frame=${before.frames - 1}:end_frame=${before.frames},` +
        `loop=loop=${length - 1}:size=1:start=0,${atPace},format=yuva420p,` +
        `fade=t=out:start_frame=0:nb_frames=${length}:alpha=1[${from}held]`,
      `[${into}][${from}held]overlay=format=yuv420:eof_action=pass[${into}under]`,
    );
    [labels[index - 1], labels[index]] = [`${from}kept`, `${into}under`];
  });
  return { filters, labels };
};

/** Frames at the start and the end of each shot that a dip makes dark on purpose. */
export const darkEnds = (
  shots: readonly Pick<ClipShot, 'transition'>[],
): { first: number; last: number }[] =>
  shots.map(({ transition }, index) => {
    const next = shots[index + 1]?.transition;
    const half = (one: ClipShot['transition']) =>
      one?.kind === 'dip' ? Math.max(1, Math.ceil(one.frames / 2)) : 0;
    return { first: index > 0 ? half(transition) : 0, last: half(next) };
  });
