import type { Mood } from '../../../../shared/contracts/vocabulary';

/** How a mood sounds. */
export interface Score {
  /** Beats a minute. */
  tempo: number;
  /** Semitones of the scale above its root. */
  mode: readonly number[];
  /** Chords as degrees of the scale, one a bar, repeated. */
  progressions: readonly (readonly number[])[];
  /** Loudness of each voice, 0–1. */
  voices: { pad: number; pluck: number; bass: number; beat: number };
  /** Notes of the pluck in a bar of four beats, as eighths that sound. */
  patterns: readonly (readonly number[])[];
}

const major = [0, 2, 4, 5, 7, 9, 11];
const minor = [0, 2, 3, 5, 7, 8, 10];
const lydian = [0, 2, 4, 6, 7, 9, 11];
const dorian = [0, 2, 3, 5, 7, 9, 10];

const bright = [
  [0, 4, 5, 3],
  [0, 5, 3, 4],
  [0, 2, 3, 4],
];
const dark = [
  [0, 5, 2, 6],
  [0, 3, 5, 4],
  [0, 6, 5, 6],
];
const running = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [0, 2, 3, 4, 6, 7],
];
const sparse = [
  [0, 3, 6],
  [0, 4],
  [0, 3, 4, 7],
];

/** Tempo, harmony and voices of every mood. */
export const scores: Record<Mood, Score> = {
  energetic: {
    tempo: 118,
    mode: major,
    progressions: bright,
    voices: { pad: 0.5, pluck: 0.75, bass: 0.8, beat: 0.7 },
    patterns: running,
  },
  calm: {
    tempo: 70,
    mode: lydian,
    progressions: bright,
    voices: { pad: 0.9, pluck: 0.4, bass: 0.4, beat: 0 },
    patterns: sparse,
  },
  dramatic: {
    tempo: 76,
    mode: minor,
    progressions: dark,
    voices: { pad: 0.9, pluck: 0.35, bass: 0.9, beat: 0.3 },
    patterns: sparse,
  },
  playful: {
    tempo: 112,
    mode: major,
    progressions: bright,
    voices: { pad: 0.4, pluck: 0.9, bass: 0.6, beat: 0.4 },
    patterns: running,
  },
  elegant: {
    tempo: 84,
    mode: dorian,
    progressions: dark,
    voices: { pad: 0.75, pluck: 0.6, bass: 0.5, beat: 0.15 },
    patterns: sparse,
  },
  warm: {
    tempo: 88,
    mode: major,
    progressions: bright,
    voices: { pad: 0.8, pluck: 0.6, bass: 0.6, beat: 0.2 },
    patterns: sparse,
  },
  confident: {
    tempo: 100,
    mode: dorian,
    progressions: dark,
    voices: { pad: 0.6, pluck: 0.6, bass: 0.85, beat: 0.6 },
    patterns: running,
  },
  fresh: {
    tempo: 106,
    mode: lydian,
    progressions: bright,
    voices: { pad: 0.6, pluck: 0.8, bass: 0.6, beat: 0.45 },
    patterns: running,
  },
};
