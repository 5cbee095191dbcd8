import type { AssetType, ShotType } from '../../../../shared/contracts/vocabulary';
import type { DominantColor } from './colors';
import { nameFromFile } from './name-words';
import { styleTagsOf } from './style-tags';
import { wordsOf } from './type-words';

/** What of a measurement is put into words. */
export interface DescribedFacts {
  format: string;
  width: number;
  height: number;
  hasTransparency: boolean;
  colors: string[];
  dominantColors: DominantColor[];
  assetType: { type: AssetType };
}

/** Words for an asset that a person has not described yet. */
export interface Wording {
  name: string;
  description: string;
  /** What is shown, from the name less its colours and kind; undefined when nothing is left. */
  primaryObject: string | undefined;
  styleTags: string[];
  recommendedShotTypes: ShotType[];
  usageContexts: string[];
}

const shots: Record<AssetType, ShotType[]> = {
  product: ['hero_shot', 'close_up', 'detail_showcase', 'product_in_motion'],
  logo: ['hero_shot', 'close_up'],
  person: ['medium', 'lifestyle_context', 'action_shot', 'close_up'],
  environment: ['wide', 'lifestyle_context'],
  texture: ['extreme_close_up', 'overhead'],
  prop: ['lifestyle_context', 'medium', 'overhead'],
};

const contexts: Record<AssetType, string[]> = {
  product: ['product reveal', 'feature close-up', 'e-commerce'],
  logo: ['opening', 'end card', 'corner overlay'],
  person: ['testimonial', 'lifestyle scene', 'social post'],
  environment: ['establishing shot', 'background plate'],
  texture: ['background plate', 'surface detail'],
  prop: ['set dressing', 'supporting detail'],
};

const nouns: Record<AssetType, string> = {
  product: 'product picture',
  logo: 'logo',
  person: 'picture of people',
  environment: 'picture of a place',
  texture: 'texture',
  prop: 'picture of a prop',
};

const shapeOf = (width: number, height: number): string => {
  const aspect = width / height;
  if (aspect > 1.1) return 'landscape';
  return aspect < 0.91 ? 'portrait-format' : 'square';
};

const colorWords = new Set(
  'black white grey gray red maroon orange peach brown tan beige gold golden silver yellow olive lime green teal turquoise blue navy purple lavender magenta pink dark light bright transparent colourful colorful'.split(
    ' ',
  ),
);
const kindWords = new Set(
  'logo logos wordmark icon photo picture pic packshot portrait texture background bg product cutout png'.split(
    ' ',
  ),
);

const objectIn = (name: string): string | undefined =>
  wordsOf(name)
    .filter((word) => !colorWords.has(word) && !kindWords.has(word))
    .join(' ') || undefined;

const list = (words: string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;

const sentence = (facts: DescribedFacts): string => {
  const { width, height, colors, hasTransparency, assetType } = facts;
  const shape = shapeOf(width, height);
  const kind = `${shape.charAt(0).toUpperCase()}${shape.slice(1)} ${nouns[assetType.type]}`;
  const painted = colors.length > 0 ? `, mainly ${list(colors.slice(0, 3))}` : '';
  const ground = hasTransparency ? ', with transparency' : '';
  const file = `${width} × ${height} px, ${facts.format.toUpperCase()}`;
  return `${kind}${painted}${ground} (${file}).`;
};

/**
 * Name, description, tags and uses of an asset from its file name and what was measured of it.
 *
 * Says only what was measured; the same input gives the same words.
 */
export const describeFromName = (fileName: string, facts: DescribedFacts): Wording => {
  const { assetType, dominantColors, hasTransparency } = facts;
  const fallback = nouns[assetType.type];
  const name = nameFromFile(fileName);
  return {
    name: name || `${fallback.charAt(0).toUpperCase()}${fallback.slice(1)}`,
    description: sentence(facts),
    primaryObject: objectIn(name),
    styleTags: styleTagsOf(dominantColors, hasTransparency),
    recommendedShotTypes: [...shots[assetType.type]],
    usageContexts: [...contexts[assetType.type]],
  };
};
