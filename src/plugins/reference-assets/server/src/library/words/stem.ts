const irregular: Record<string, string> = {
  feet: 'foot',
  teeth: 'tooth',
  men: 'man',
  women: 'woman',
  children: 'child',
  kids: 'kid',
  people: 'person',
  persons: 'person',
  mice: 'mouse',
  geese: 'goose',
  shelves: 'shelf',
  knives: 'knife',
  leaves: 'leaf',
  scarves: 'scarf',
  loaves: 'loaf',
  wolves: 'wolf',
  halves: 'half',
  woods: 'woods',
};

/** "hoodies" and "hoodie", "berries" and "berry" end alike. */
const withPlainEnd = (word: string): string =>
  word.length > 4 && word.endsWith('ie') ? `${word.slice(0, -2)}y` : word;

const withoutPlural = (word: string): string => {
  if (/(ss|us|is)$/.test(word) || !word.endsWith('s') || word.length < 4) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(ches|shes|xes|sses|zzes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
};

const withoutDouble = (word: string): string =>
  /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;

const withoutEnding = (word: string): string => {
  if (word.length < 6 || word.endsWith('eed') || word.endsWith('een')) return word;
  const rest = word.endsWith('ing')
    ? word.slice(0, -3)
    : /e[dn]$/.test(word)
      ? word.slice(0, -2)
      : word;
  if (rest === word || rest.length < 3 || !/[aeiouy]/.test(rest)) return word;
  return withoutDouble(rest);
};

/** Texts use the same words again and again. */
const remembered = new Map<string, string>();
const mostRemembered = 20_000;

/**
 * The light stem of a folded word: plural, -ing, -ed and -en go ("running" → "run", "wooden" → "wood").
 *
 * Shape: it need not be a word; it only has to be the same for the forms of one word.
 */
export const stem = (word: string): string => {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stemmed =
    irregular[word] ?? withPlainEnd(withoutEnding(withoutEnding(withoutPlural(word))));
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, stemmed);
  return stemmed;
};
