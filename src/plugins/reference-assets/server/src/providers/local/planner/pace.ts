import type { Mood } from '../../../../../shared/contracts/vocabulary';

const tempo: Partial<Record<Mood, number>> = {
  energetic: 1.05,
  playful: 1.03,
  calm: 0.92,
  elegant: 0.95,
  warm: 0.95,
};

/** How many beats a length carries at a mood's tempo: 5 s 2, 15 s 4–5, 30 s 7–8, 60 s 12–14. */
export const beatCount = (durationSeconds: number, mood: Mood): number => {
  const many = 0.62 * durationSeconds ** 0.745 * (tempo[mood] ?? 1);
  return Math.min(14, Math.max(2, Math.round(many)));
};
