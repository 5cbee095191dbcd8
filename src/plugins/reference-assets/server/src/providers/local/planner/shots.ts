import type { CameraMovement, Mood, ShotType } from '../../../../../shared/contracts/vocabulary';
import type { BeatKind } from './arc';
import { fold } from './read-text';

const shotsOf: Record<BeatKind, ShotType[]> = {
  hook: ['dramatic_angle', 'extreme_close_up', 'close_up'],
  context: ['wide', 'lifestyle_context', 'overhead'],
  hero: ['hero_shot', 'medium', 'dramatic_angle'],
  detail: ['detail_showcase', 'extreme_close_up', 'close_up', 'overhead'],
  benefit: ['medium', 'close_up', 'lifestyle_context'],
  action: ['action_shot', 'product_in_motion', 'dramatic_angle'],
  people: ['lifestyle_context', 'medium', 'wide'],
  end: ['hero_shot', 'wide'],
  step: ['medium', 'close_up', 'wide', 'detail_showcase', 'action_shot'],
};

const movementsOf: Record<ShotType, CameraMovement[]> = {
  close_up: ['push_in', 'pan_right', 'tilt_up'],
  medium: ['push_in', 'pan_left', 'orbit', 'rack_focus'],
  wide: ['pan_right', 'pull_out', 'pan_left', 'tilt_down'],
  extreme_close_up: ['push_in', 'tilt_down', 'pan_left'],
  hero_shot: ['orbit', 'push_in', 'tilt_up'],
  detail_showcase: ['pan_right', 'push_in', 'tilt_up'],
  lifestyle_context: ['pan_left', 'push_in', 'pull_out', 'rack_focus'],
  action_shot: ['pan_right', 'push_in', 'pan_left'],
  overhead: ['push_in', 'pull_out', 'orbit'],
  dramatic_angle: ['tilt_up', 'push_in', 'orbit'],
  product_in_motion: ['pan_left', 'pan_right', 'orbit'],
};

const asked: [RegExp, ShotType][] = [
  [/extreme close|macro/, 'extreme_close_up'],
  [/close[- ]?ups?/, 'close_up'],
  [/overhead|from above|top[- ]down|flat ?lay|bird'?s eye/, 'overhead'],
  [/wide|panorama|establishing|skyline|landscape/, 'wide'],
  [/low angle|dramatic|dutch/, 'dramatic_angle'],
  [/detail|texture|stitch|surface|logo on/, 'detail_showcase'],
  [/spins?|rotat|flies|falls|splash|in motion/, 'product_in_motion'],
  [/run|jump|sprint|race|ride|climb|dance|pour|throw|drive/, 'action_shot'],
  [/hero|reveal|appears|stands/, 'hero_shot'],
  [/family|friends|couple|drinks|enjoy|uses|wears|home|breakfast/, 'lifestyle_context'],
];

/** The shot type a sentence asks for, or null. */
export const askedShot = (sentence: string): ShotType | null => {
  const folded = fold(sentence);
  return asked.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
};

/** A shot type that suits what the beat does, another than the beat before has, varied by seed. */
export const chooseShot = (
  kind: BeatKind,
  round: number,
  before: ShotType | null,
  random: () => number,
): ShotType => {
  const choices = shotsOf[kind];
  const start = round + (round > 0 || random() < 0.7 ? 0 : 1);
  const turned = choices.map((_choice, index) => choices[(index + start) % choices.length]);
  return turned.find((choice) => choice !== before) ?? turned[0];
};

/** A camera movement that suits the shot and differs from the one before; calm videos hold still now and then, end cards always. */
export const chooseMovement = (
  kind: BeatKind,
  shot: ShotType,
  before: CameraMovement | null,
  mood: Mood,
  random: () => number,
): CameraMovement => {
  if (kind === 'end') return before === 'static' ? 'push_in' : 'static';
  const quiet = mood === 'calm' || mood === 'elegant';
  const drawn = random();
  if (quiet && drawn < 0.2 && before !== 'static') return 'static';
  const choices = movementsOf[shot].filter((choice) => choice !== before);
  return choices[Math.floor(drawn * choices.length)];
};
