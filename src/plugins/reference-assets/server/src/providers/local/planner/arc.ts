import type { Mood } from '../../../../../shared/contracts/vocabulary';

/** What a beat does in the story. */
export type BeatKind =
  'hook' | 'context' | 'hero' | 'detail' | 'benefit' | 'action' | 'people' | 'end' | 'step';

/** A place in the story. Shape: `round` counts beats of the same kind from 0, so that each is shot anew; `step` is a spelled-out step. */
export type ArcBeat = { kind: BeatKind; round: number; step: number | null };

const short: Record<number, BeatKind[]> = {
  2: ['hero', 'end'],
  3: ['hook', 'hero', 'end'],
  4: ['hook', 'hero', 'detail', 'end'],
};

const middle = (mood: Mood): BeatKind[] =>
  mood === 'energetic' || mood === 'playful'
    ? ['action', 'detail', 'benefit']
    : ['detail', 'action', 'benefit'];

const further: BeatKind[] = [
  'people',
  'detail',
  'context',
  'action',
  'hero',
  'benefit',
  'people',
  'detail',
];

const counted = (kinds: readonly BeatKind[], steps: (number | null)[] = []): ArcBeat[] =>
  kinds.map((kind, index) => ({
    kind,
    round: kinds.slice(0, index).filter((earlier) => earlier === kind).length,
    step: steps[index] ?? null,
  }));

/** The usual story of a number of beats: hook, context, product hero, details and action, end card. */
export const usualArc = (count: number, mood: Mood): ArcBeat[] => {
  if (short[count]) return counted(short[count]);
  const body = [...middle(mood), ...further].slice(0, count - 4);
  return counted(['hook', 'context', 'hero', ...body, 'end']);
};

/** A story the brief spells out: its steps in order, long ones shown in more than one shot, and an end card. */
export const spelledOutArc = (steps: number, count: number): ArcBeat[] => {
  const shots = Math.max(steps, count - 1);
  const stepOf = Array.from({ length: shots }, (_shot, index) =>
    Math.floor((index * steps) / shots),
  );
  const beats: ArcBeat[] = stepOf.map((step, index) => ({
    kind: 'step',
    round: index - stepOf.indexOf(step),
    step,
  }));
  return [...beats, { kind: 'end', round: 0, step: null }];
};
