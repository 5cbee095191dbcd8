import type { AssetType } from '../../../../shared/contracts/vocabulary';

/** Words that speak of a type when they stand in a file's name or description. */
const vocabulary: Record<AssetType, string> = {
  logo: 'logo logos logotype wordmark brandmark emblem badge monogram favicon lockup crest insignia',
  product:
    'product products packshot shoe shoes sneaker sneakers bottle watch bag handbag phone laptop camera headphones mug cup lamp chair jar can tube perfume shirt hoodie dress jacket toaster kettle car vehicle sku box packaging',
  person:
    'person people portrait headshot model man woman girl boy child family team face selfie couple crowd athlete customer employee silhouette',
  environment:
    'environment background scene landscape interior exterior room kitchen office street city skyline beach forest mountain mountains sky sea lake building studio location backdrop garden park',
  texture:
    'texture textures pattern patterns seamless material fabric wood concrete marble brick bricks metal paper grain gravel tile tiles leather tileable',
  prop: 'prop props icon illustration screenshot plant flower flowers fruit food balloon umbrella accessory sticker diagram ornament',
};

const typeOfWord = new Map(
  Object.entries(vocabulary).flatMap(([type, words]) =>
    words.split(' ').map((word) => [word, type as AssetType] as const),
  ),
);

/** Words that, when there, outrank the others: "wood texture" is a texture, "shoe logo" a logo. */
const ranking: AssetType[] = ['logo', 'texture', 'person', 'environment', 'product', 'prop'];
const unmistakable = new Set(
  'logo logos logotype wordmark texture textures seamless portrait headshot background packshot icon screenshot'.split(
    ' ',
  ),
);

/** Words of a name or text, lower case, split at anything that is not a letter and at changes of case. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 0);

/** "on a white background" speaks of how a thing is shown, not of a place. */
const showing =
  /\b(on|with|against|over|in front of)\s+(an?\s+|the\s+)?(\p{L}+[\s,-]+){0,3}(background|backdrop)\b/giu;

/** Types that words speak of, each with the word that does; only the clearest where some leave no doubt. */
export const typesNamedIn = (text: string): Map<AssetType, string> => {
  const found = wordsOf(text.replace(showing, ' ')).filter((word) => typeOfWord.has(word));
  const clear = found.filter((word) => unmistakable.has(word));
  const telling = clear.length > 0 ? clear : found;
  const named = new Map<AssetType, string>();
  for (const type of ranking) {
    const word = telling.find((candidate) => typeOfWord.get(candidate) === type);
    if (word !== undefined) named.set(type, word);
  }
  return named;
};
