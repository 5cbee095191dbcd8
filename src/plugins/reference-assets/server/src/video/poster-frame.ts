import type { ShotType } from '../../../shared/contracts/vocabulary';
import type { BeatRow } from '../stores/video-rows';

/** Shots that show a product best, the best first; those not named come after them. */
const telling: readonly ShotType[] = [
  'hero_shot',
  'medium',
  'dramatic_angle',
  'close_up',
  'lifestyle_context',
  'wide',
  'action_shot',
];

const rankOf = ({ shotType }: Pick<BeatRow, 'shotType'>): number => {
  const rank = telling.indexOf(shotType);
  return rank < 0 ? telling.length : rank;
};

/**
 * The frame that stands for a video: of its beats that show the product the one whose shot shows it best, past its
 * transition and before its end; undefined without such a beat.
 *
 * Units: frames of the master.
 */
export const posterFrameOf = (
  beats: readonly Pick<BeatRow, 'shotType' | 'references' | 'startFrame' | 'frames'>[],
): number | undefined => {
  const showing = beats.filter(({ references }) => references?.product);
  const [first, ...others] = showing;
  if (!first) return undefined;
  const best = others.reduce((one, other) => (rankOf(other) < rankOf(one) ? other : one), first);
  return best.startFrame + Math.floor(best.frames * 0.6);
};
