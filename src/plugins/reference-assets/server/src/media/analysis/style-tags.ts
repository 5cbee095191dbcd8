import { chromaOf, oklabOf } from './oklab';
import type { DominantColor } from './colors';

interface Mean {
  lightness: number;
  chroma: number;
  /** Lightness of the lightest less that of the darkest colour of some size. */
  range: number;
  warmth: number;
}

const SIZEABLE = 0.08;

const meanOf = (colors: DominantColor[]): Mean => {
  const total = colors.reduce((sum, { share }) => sum + share, 0) || 1;
  const labs = colors.map(({ rgb, share }) => ({ lab: oklabOf(...rgb), share: share / total }));
  const sizeable = labs.filter(({ share }) => share >= SIZEABLE).map(({ lab }) => lab[0]);
  const sum = (of: (entry: (typeof labs)[number]) => number): number =>
    labs.reduce((all, entry) => all + of(entry), 0);
  return {
    lightness: sum(({ lab, share }) => lab[0] * share),
    chroma: sum(({ lab, share }) => chromaOf(lab) * share),
    range: sizeable.length > 0 ? Math.max(...sizeable) - Math.min(...sizeable) : 0,
    warmth: sum(({ lab, share }) => (lab[1] + lab[2]) * share),
  };
};

const vividColors = (colors: DominantColor[]): number =>
  colors.filter(({ rgb, share }) => share >= 0.04 && chromaOf(oklabOf(...rgb)) > 0.1).length;

/** Words for how a picture looks, from its colours and whether it is transparent. */
export const styleTagsOf = (colors: DominantColor[], hasTransparency: boolean): string[] => {
  if (colors.length === 0) return hasTransparency ? ['transparent-background'] : [];
  const { lightness, chroma, range, warmth } = meanOf(colors);
  const gray = colors.every(({ rgb }) => chromaOf(oklabOf(...rgb)) < 0.03);
  const tags: Array<[string, boolean]> = [
    ['transparent-background', hasTransparency],
    ['minimal', colors.length <= 3 && colors[0]!.share > 0.6],
    ['monochrome', gray],
    ['colourful', vividColors(colors) >= 3],
    ['vivid', chroma > 0.13],
    ['muted', !gray && chroma < 0.05],
    ['dark', lightness < 0.4],
    ['bright', lightness > 0.8],
    ['high-contrast', range > 0.7],
    ['warm', warmth > 0.07],
    ['cool', warmth < -0.05],
  ];
  return tags.filter(([, holds]) => holds).map(([tag]) => tag);
};
