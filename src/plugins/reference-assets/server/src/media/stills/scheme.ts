import type { Mood } from '../../../../shared/contracts/vocabulary';
import { chromaOf, oklabOf, type Oklab } from '../analysis/oklab';
import type { Rgb } from './still-request';
import { tinted } from './tone';

/** Colours of a designed set. */
export interface Scheme {
  wall: Oklab;
  floor: Oklab;
  accent: Oklab;
  /** Given where the wall is to be just this colour, in every place. */
  flat?: Rgb;
}

const neutral: Oklab[] = [
  [0.82, 0.012, 0.028],
  [0.62, 0.03, 0.045],
];

const deepMoods: readonly Mood[] = ['dramatic', 'confident'];
const vividMoods: readonly Mood[] = ['energetic', 'playful', 'fresh'];

/**
 * Chooses a set's colours from the brand's own, so that the product stands out against the wall.
 *
 * Shape: `subject` is the product's mean colour, null when the still shows none; `wall` the lightness of the wall where
 * the mood shall not decide it, 0–1.
 */
export const chooseScheme = (
  palette: readonly Rgb[],
  mood: Mood,
  subject: Oklab | null,
  wall?: number,
): Scheme => {
  const brand = palette.map(([r, g, b]) => oklabOf(whole(r), whole(g), whole(b)));
  const colored = brand.filter((color) => chromaOf(color) > 0.035);
  const candidates = colored.length > 0 ? colored : [...brand, ...neutral];
  // A wall in the product's own colour swallows it: the farthest brand hue wins, the first among equals.
  const ranked = [...candidates].sort((a, b) => hueGap(b, subject) - hueGap(a, subject));
  const base = ranked[0] ?? neutral[0]!;
  const second = ranked.find((color) => hueGap(color, base) > 0.06) ?? base;
  const lightness = wall ?? wallLightness(mood, subject);
  const most = vividMoods.includes(mood) ? 0.115 : 0.07;
  // Near white and near black there is little room for colour.
  const chroma = chromaLimit(base, Math.min(most, 0.6 * Math.min(1.02 - lightness, lightness)));
  const lift = lightness > 0.6 ? -0.1 : 0.11;
  return {
    wall: tinted(base, lightness, chroma),
    floor: tinted(base, lightness + (lightness > 0.6 ? 0.05 : 0.06), chroma * 0.75),
    accent: tinted(second, lightness + lift, chromaLimit(second, 0.13)),
  };
};

const whole = (part: number): number => Math.min(255, Math.max(0, Math.round(part)));

const hueGap = (color: Oklab, other: Oklab | null): number =>
  other ? Math.hypot(color[1] - other[1], color[2] - other[2]) : 0;

const chromaLimit = (color: Oklab, most: number): number =>
  Math.min(1, most / Math.max(0.001, chromaOf(color)));

const wallLightness = (mood: Mood, subject: Oklab | null): number => {
  const deep = deepMoods.includes(mood);
  const subjectLightness = subject?.[0] ?? (deep ? 0.7 : 0.4);
  if (deep) return subjectLightness < 0.38 ? 0.6 : 0.34;
  return subjectLightness > 0.78 ? 0.62 : 0.84;
};
