import type { FeatureName, PixelFeatures } from './features';

type Wording = (features: PixelFeatures) => string;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const either =
  (isHigh: (f: PixelFeatures) => boolean, high: string, low: string): Wording =>
  (features) =>
    isHigh(features) ? high : low;

/** Words for the measurements that a person can check by looking. */
const wordings: Partial<Record<FeatureName, Wording>> = {
  transparent: ({ transparent }) =>
    transparent > 0.02 ? `${percent(transparent)} of it is transparent` : 'nothing is transparent',
  hardVariation: either(
    (f) => f.hardVariation > 0.6,
    'sharp edges as in a drawing',
    'soft transitions as in a photograph',
  ),
  paintFour: ({ paintFour }) => `its four main colours cover ${percent(paintFour)} of the subject`,
  borderPlain: ({ borderPlain }) =>
    borderPlain > 0.7 ? 'a plain background' : 'the picture runs to its edges',
  skin: ({ skin }) =>
    skin > 0.08 ? `skin tones on ${percent(skin)} of it` : 'hardly any skin tones',
  skinAbove: either(
    (f) => f.skinAbove > 0.08,
    'skin tones where a face would be',
    'no skin tones where a face would be',
  ),
  skyAbove: either((f) => f.skyAbove > 0.3, 'a sky-like upper third', 'no sky above'),
  green: ({ green }) =>
    green > 0.15 ? `greenery on ${percent(green)} of it` : 'hardly any greenery',
  repeats: either((f) => f.repeats > 0.3, 'a repeating pattern', 'no repeating pattern'),
  unevenLight: either(
    (f) => f.unevenLight < 0.3,
    'the same brightness all over',
    'brightness differs from place to place',
  ),
  unevenDetail: either(
    (f) => f.unevenDetail < 0.2,
    'the same detail all over',
    'busy and quiet places',
  ),
  boxArea: either(
    (f) => f.boxArea < 0.8,
    'one subject with space around it',
    'it fills the whole picture',
  ),
  symmetry: either((f) => f.symmetry > 0.85, 'nearly symmetrical', 'not symmetrical'),
  vivid: either((f) => f.vivid > 0.4, 'vivid colours', 'muted colours'),
  brightness: either((f) => f.brightness > 0.6, 'bright overall', 'dark overall'),
};

/** What one measurement says, in words; undefined when it has none. */
export const typeReason = (feature: FeatureName, features: PixelFeatures): string | undefined =>
  wordings[feature]?.(features);
