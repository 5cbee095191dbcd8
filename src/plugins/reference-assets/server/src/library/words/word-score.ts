import { colorWords } from './color-words';
import { foldText } from './fold';
import { headsByPart } from './heads';
import { relation, type Relation } from './relation';
import { stem } from './stem';
import { joinedPairs } from './synonyms';
import { tokenize } from './tokenize';

/** The words an asset is found by. */
export type WordDocument = {
  name?: string | null;
  description?: string | null;
  tags?: readonly string[] | null;
  primaryObject?: string | null;
  fileName?: string | null;
  colors?: readonly string[] | null;
  assetType?: string | null;
  /** What a machine thinks it may be used for. */
  usage?: readonly string[] | null;
  /** Words that stand in the picture. */
  visibleText?: string | null;
};

/** How well words match. Shape: `score` 0–1; `matched` says for people what was found where. */
export type WordMatch = { score: number; matched: string[] };

const fields: { label: string; weight: number; text(doc: WordDocument): string }[] = [
  { label: 'name', weight: 1, text: (doc) => doc.name ?? '' },
  { label: 'main object', weight: 1, text: (doc) => doc.primaryObject ?? '' },
  { label: 'description', weight: 0.9, text: (doc) => doc.description ?? '' },
  { label: 'tags', weight: 0.85, text: (doc) => (doc.tags ?? []).join(' ') },
  {
    label: 'file name',
    weight: 0.75,
    text: (doc) => (doc.fileName ?? '').replace(/\.\w{2,5}$/, ''),
  },
  { label: 'colours', weight: 0.65, text: (doc) => (doc.colors ?? []).join(' ') },
  { label: 'text in the picture', weight: 0.8, text: (doc) => doc.visibleText ?? '' },
  // By itself too little for an answer: "set dressing" is no dress.
  { label: 'suggested use', weight: 0.5, text: (doc) => (doc.usage ?? []).join(' ') },
  { label: 'type', weight: 0.5, text: (doc) => doc.assetType ?? '' },
];

/** A colour narrows a thing down; by itself it says less than the thing. */
const colorTokenWeight = 0.6;

/** The words of one field of a document. Shape: `joined` holds neighbours written as one. */
export type FieldWords = {
  label: string;
  weight: number;
  stems: string[];
  joined: Set<string>;
  /** Those of them that are known words. */
  known: string[];
  /** The words that name the things shown, not which they are: that of the thing itself, and those of what is beside it. */
  main: Set<string>;
  heads: Set<string>;
};
type Found = { value: number; reason: string };

/** Names written in camel case, whole: of "YouTube" neither half is what people search for. */
export const camelWords = (text: string): string[] =>
  (text.match(/\p{L}*\p{Ll}\p{Lu}\p{L}*/gu) ?? []).map((word) => stem(foldText(word)));

const pairs = (stems: readonly string[]): string[] =>
  stems.slice(1).map((word, index) => stems[index] + word);

/** The fields of a document that hold words, as stems. */
export const fieldWords = (doc: WordDocument): FieldWords[] =>
  fields
    .map(({ label, weight, text }) => ({ label, weight, text: text(doc) }))
    .map(({ label, weight, text }) => {
      const parts = headsByPart(text);
      const [main = []] = parts;
      return {
        label,
        weight,
        stems: [...tokenize(text), ...camelWords(text)],
        main: new Set(main),
        heads: new Set(parts.flat()),
      };
    })
    .filter(({ stems }) => stems.length > 0)
    .map((field) => ({
      ...field,
      joined: new Set(pairs(field.stems)),
      known: joinedPairs(field.stems),
    }));

/** For people: what answered an asked word, and where it stands. */
export const reasonFor = (
  label: string,
  query: string,
  word: string,
  { kind }: Relation,
): string => {
  if (kind === 'same') return `${label} has "${query}"`;
  const how = {
    synonym: 'means',
    kind: 'is a kind of',
    topic: 'belongs to',
    part: 'ends in',
    beginning: 'begins with',
    typo: 'is nearly',
  };
  return `${label} has "${word}", which ${how[kind]} "${query}"`;
};

const bestInField = (query: string, field: FieldWords): Found | null => {
  if (field.joined.has(query))
    return { value: field.weight, reason: `${field.label} has "${query}"` };
  let best: Found | null = null;
  for (const word of field.stems) {
    const related = relation(query, word);
    const value = (related?.strength ?? 0) * field.weight;
    if (related && value > (best?.value ?? 0)) {
      best = { value, reason: reasonFor(field.label, query, word, related) };
    }
  }
  return best;
};

const bestOf = (
  query: string,
  joinedQuery: readonly string[],
  all: readonly FieldWords[],
): Found | null => {
  let best: Found | null = null;
  for (const field of all) {
    // "hair dryer" asked of a file named "hairdryer": both words of the pair are answered.
    const joined = joinedQuery.find((pair) => field.stems.includes(pair));
    const found = joined
      ? { value: field.weight, reason: `${field.label} has "${joined}"` }
      : bestInField(query, field);
    if (found && found.value > (best?.value ?? 0)) best = found;
  }
  return best;
};

/**
 * Scores the words of a document against a query's tokens and says what matched.
 *
 * Shape: `queryTokens` as `tokenize` gives them; an empty query or document scores 0.
 */
export const wordScore = (queryTokens: readonly string[], doc: WordDocument): WordMatch => {
  const all = fieldWords(doc);
  const wanted = [...new Set(queryTokens)];
  let sum = 0;
  let total = 0;
  const matched = new Set<string>();
  wanted.forEach((query, index) => {
    const joined = [wanted[index - 1] + query, query + wanted[index + 1]];
    const weight = wanted.length > 1 && colorWords.has(query) ? colorTokenWeight : 1;
    const found = bestOf(query, joined, all);
    total += weight;
    sum += weight * (found?.value ?? 0);
    if (found) matched.add(found.reason);
  });
  return { score: total === 0 ? 0 : Math.min(1, sum / total), matched: [...matched] };
};
