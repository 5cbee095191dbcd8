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

const withPairs = (stems: string[]): string[] => [
  ...stems,
  ...stems.slice(1).map((word, index) => stems[index] + word),
];

/** Reads a candidate's name, main object and descriptions once for all questions asked of it. */
export const readCandidate = (
  candidate: MatchCandidate,
  words: MatchWords,
  things: ThingReader,
): ReadCandidate => {
  const stemsOf = (text: string): string[] => withPairs(words.splitWords(text).map(words.stem));
  const { name, primaryObject, description, styleTags, usageContexts } = candidate;
  const texts = [primaryObject ?? '', description ?? '', name].filter((text) => text !== '');
  const stems = new Set([...texts, ...styleTags, ...usageContexts].flatMap(stemsOf));
  return {
    candidate,
    things: texts.flatMap((text) => things.shown(text)),
    stems,
    nameStems: stemsOf(name),
    saysLogo: [...logoWords].some((word) => stems.has(word)),
    isDepiction: [...depictions].some((word) => stems.has(word)),
  };
};
