import type { DominantColor } from './colors';
import type { FeatureName, PixelFeatures } from './features';

type Wording = (features: PixelFeatures, colors: DominantColor[]) => string;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const paints: Wording = ({ paintFour }, colors) => {
  const count = Math.min(4, colors.length);
  const words = count === 1 ? '1 flat colour covers' : `${count} flat colours cover`;
  return `${words} ${percent(paintFour)} of the subject`;
};

/** Words for what speaks for (first) and against (second) a logo, by the feature that says it; null where they would tell nobody anything. */
const wordings: Partial<
  Record<FeatureName, [speaksFor: Wording | null, speaksAgainst: Wording | null]>
> = {
  hardOfUneven: [
    () => 'where its colour changes, it changes sharply',
    () => 'most of its colours run into each other softly',
  ],
  hardVariation: [
    ({ hardVariation }) => `sharp, clean edges make up ${percent(hardVariation)} of all contrast`,
    ({ hardVariation }) => `only ${percent(hardVariation)} of the contrast lies in sharp edges`,
  ],
  hardInSubject: [
    () => 'sharp edges run all through it',
    () => 'there are few sharp edges within it',
  ],
  borderPlain: [
    ({ borderTransparent }) =>
      borderTransparent > 0.5
        ? 'it stands free on transparency'
        : 'it stands on a plain background',
    ({ borderPlain }) => `only ${percent(borderPlain)} of the border is plain`,
  ],
  chroma: [() => 'its colours are strong', () => 'its colours are weak'],
  skinSmooth: [
    null,
    ({ skinSmooth }) => `${percent(skinSmooth)} of it has the soft tones of skin, wood or sand`,
  ],
  contrast: [() => 'it is rich in contrast', () => 'it is low in contrast'],
  entropy: [null, () => 'it is nearly empty'],
  paintFour: [
    paints,
    ({ paintFour }) => `its four main colours cover only ${percent(paintFour)} of the subject`,
  ],
  parts: [null, () => 'it falls into many separate parts, as a drawing or a page does'],
  unevenLight: [null, () => 'it is alike all over, as a pattern is'],
  dark: [null, () => 'it is dark throughout'],
  levelLines: [null, () => 'level lines run through it, as on a page or a screen'],
  grain: [null, () => 'it has the grain of a photograph or a fine texture'],
  raggedness: [
    () => 'its outline is as intricate as lettering or a mark',
    ({ raggedness }) =>
      raggedness > 0.7
        ? 'its outline is frayed'
        : 'its outline is plain, as of an object or a full picture',
  ],
};

/** What one feature says, in words a marketer understands; undefined when it has none. */
export const reasonOf = (
  feature: FeatureName,
  speaksFor: boolean,
  features: PixelFeatures,
  colors: DominantColor[],
): string | undefined => wordings[feature]?.[speaksFor ? 0 : 1]?.(features, colors);
