import type { Thing, ThingReader } from './things';
import type { MatchCandidate, MatchWords } from './types';

/** A candidate with its words read once. Shape: `stems` of everything said of it, neighbours also joined. */
export type ReadCandidate = {
  candidate: MatchCandidate;
  things: Thing[];
  stems: Set<string>;
  nameStems: string[];
  saysLogo: boolean;
  isDepiction: boolean;
};

const depictions = new Set(
  'screenshot illustration diagram scan icon sprite chart wireframe mockup'.split(' '),
);
const logoWords = new Set('logo wordmark emblem insignia logotype mark'.split(' '));

/** Whether a phrase asks for a drawing or a screenshot itself, not for what such a thing shows. */
export const isDepictionWord = (phrase: string, words: MatchWords): boolean =>
  words.splitWords(phrase).some((word) => depictions.has(words.stem(word)));

const withPairs = (stems: string[]): string[] => [
  ...stems,
  ...stems.slice(1).map((word, index) => stems[index] + word),
];

type Text = Omit<ReadCandidate, 'candidate'>;

const textOf = (candidate: MatchCandidate, words: MatchWords, things: ThingReader): Text => {
  const stemsOf = (text: string): string[] => withPairs(words.splitWords(text).map(words.stem));
  const { name, primaryObject, description, styleTags, usageContexts } = candidate;
  const texts = [primaryObject ?? '', description ?? '', name].filter((text) => text !== '');
  const stems = new Set([...texts, ...styleTags, ...usageContexts].flatMap(stemsOf));
  return {
    things: texts.flatMap((text) => things.shown(text)),
    stems,
    nameStems: stemsOf(name),
    saysLogo: [...logoWords].some((word) => stems.has(word)),
    isDepiction: [...depictions].some((word) => stems.has(word)),
  };
};

/** Reads candidates' names, main objects and descriptions, each once however many questions and beats ask. */
export const createCandidateReader = (words: MatchWords, things: ThingReader) => {
  const known = new Map<string, Text>();
  return (candidate: MatchCandidate): ReadCandidate => {
    const { documentId, name, primaryObject, description, styleTags, usageContexts } = candidate;
    const key = JSON.stringify([
      documentId,
      name,
      primaryObject,
      description,
      styleTags,
      usageContexts,
    ]);
    const text = known.get(key) ?? textOf(candidate, words, things);
    known.set(key, text);
    return { candidate, ...text };
  };
};
export type CandidateReader = ReturnType<typeof createCandidateReader>;
