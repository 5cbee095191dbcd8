import type { AssetRow } from '../../stores/asset-rows';
import { colorWords, headsOf } from '../words';

/** Whether a word names a thing: neither a number nor a colour, which the look knows better. */
const isThing = (word: string): boolean => /\p{L}/u.test(word) && !colorWords.has(word);

/** What an asset shows, as a search for it: the words that its texts name it by. */
export const thingOf = ({
  name,
  primaryObject,
  description,
}: Pick<AssetRow, 'name' | 'primaryObject' | 'description'>): string => {
  const [said] = (description ?? '').split(/[.;,:(]/);
  const heads = [name, primaryObject, said].flatMap((text) => [...headsOf(text ?? '')]);
  return [...new Set(heads.filter(isThing))].join(' ');
};
