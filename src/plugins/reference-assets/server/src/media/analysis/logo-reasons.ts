import type { DominantColor } from './colors';
import type { FeatureName, PixelFeatures } from './features';

type Wording = (features: PixelFeatures, colors: DominantColor[]) => string;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const paints: Wording = ({ paintFour }, colors) => {
  const count = Math.min(4, colors.length);
  const words = count === 1 ? '1 flat colour covers' : `${count} flat colours cover`;
  return `${words} ${percent(paintFour)} of the subject`;
};

/** Words for what speaks for (first) and against (second) a logo, by the feature that says it. */
const wordings: Partial<Record<FeatureName, [speaksFor: Wording, speaksAgainst: Wording]>> = {
  hardVariation: [
    ({ hardVariation }) => `sharp, clean edges make up ${percent(hardVariation)} of all contrast`,
    ({ hardVariation }) => `only ${percent(hardVariation)} of the contrast lies in sharp edges`,
  ],
  borderPlain: [
    ({ borderTransparent }) =>
      borderTransparent > 0.5
        ? 'it stands free on transparency'
        : 'it stands on a plain background',
    ({ borderPlain }) => `only ${percent(borderPlain)} of the border is plain`,
  ],
  vivid: [
    ({ vivid }) => `vivid colours fill ${percent(vivid)} of the subject`,
    () => 'its colours are muted',
  ],
  chroma: [() => 'its colours are strong', () => 'its colours are weak'],
  paintFour: [
    paints,
    ({ paintFour }) => `its four main colours cover only ${percent(paintFour)} of the subject`,
  ],
  raggedness: [
    () => 'its outline is as intricate as lettering or a mark',
    () => 'its outline is plain, as of an object or a full picture',
  ],
  softInSubject: [
    () => 'there is hardly any soft shading',
    ({ softInSubject }) => `soft shading covers ${percent(softInSubject)} of the subject`,
  ],
};

/** What one feature says, in words a marketer understands; undefined when it has none. */
export const reasonOf = (
  feature: FeatureName,
  speaksFor: boolean,
  features: PixelFeatures,
  colors: DominantColor[],
): string | undefined => wordings[feature]?.[speaksFor ? 0 : 1](features, colors);
