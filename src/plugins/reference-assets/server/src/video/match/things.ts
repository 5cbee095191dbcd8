import {
  anotherBegins,
  colorFamily,
  containers,
  alsoThings,
  describingWords,
  flavoured,
  flavours,
  oneThing,
  surroundingsBegin,
} from './attributes';
import type { MatchWords } from './types';

/** A thing a text speaks of. Shape: all stems; `modifiers` are the words before the head that say which kind it is. */
export type Thing = {
  head: string;
  modifiers: string[];
  described: string[];
  colors: string[];
};

const measure = /^\d+([.,]\d+)?(l|ml|cl|v|w|cm|mm|m|kg|g|px|k|in)?$/;

const joinedByStem = (words: MatchWords): Map<string, string> =>
  new Map(
    Object.entries(oneThing).map(([pair, one]) => [pair.split(' ').map(words.stem).join(' '), one]),
  );

/** The words with pairs that are one thing written as one ("hair dryer" → "hairdryer"). */
const joinPairs = (list: string[], joined: Map<string, string>, words: MatchWords): string[] => {
  const out: string[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const one =
      index + 1 < list.length
        ? joined.get(`${words.stem(list[index])} ${words.stem(list[index + 1])}`)
        : undefined;
    out.push(...(one?.split(' ') ?? [list[index]]));
    if (one) index += 1;
  }
  return out;
};

/** The parts of a text that name things, up to where the surroundings begin. */
const mainParts = (list: string[]): string[][] => {
  const parts: string[][] = [[]];
  for (const [index, word] of list.entries()) {
    if (surroundingsBegin.has(word) && index > 0) break;
    if (anotherBegins.has(word)) parts.push([]);
    else parts[parts.length - 1].push(word);
  }
  return parts.filter((part) => part.length > 0);
};

/** Before what is eaten or drunk a fruit is no colour: orange juice. */
const isFlavour = (word: string, head: string | undefined): boolean =>
  flavours.has(word) && head !== undefined && flavoured.has(head);

const isDescribing = (word: string, stemmed: string): boolean =>
  describingWords.has(word) || describingWords.has(stemmed) || colorFamily[word] !== undefined;

/** Splits words like "black" off into the following part: "black and yellow mug" is one thing. */
const withLeadingAttributes = (parts: string[][], words: MatchWords): string[][] => {
  const out: string[][] = [];
  let waiting: string[] = [];
  parts.forEach((part, index) => {
    const says = part.some((word) => !isDescribing(word, words.stem(word)) && !measure.test(word));
    if (says || index === parts.length - 1) {
      out.push([...waiting, ...part]);
      waiting = [];
    } else waiting.push(...part);
  });
  return out;
};

const thingOf = (part: string[], words: MatchWords): Thing => {
  const plain = part.filter((word) => !measure.test(word) && !words.isStopWord(word));
  const content = plain.filter((word, index) => {
    // "glass jar" is a jar of glass, "beer glass" a glass.
    if (isFlavour(word, plain[plain.length - 1])) return true;
    const isHead =
      index > 0 &&
      index === plain.length - 1 &&
      (containers.has(words.stem(word)) || alsoThings.has(word));
    return isHead || !isDescribing(word, words.stem(word));
  });
  const telling = (content.length > 0 ? content : plain.slice(-1)).map(words.stem);
  const families = part
    .filter((word) => !isFlavour(word, plain[plain.length - 1]))
    .map((word) => colorFamily[word])
    .filter((family) => family !== undefined);
  return {
    head: telling[telling.length - 1] ?? '',
    modifiers: telling.slice(0, -1),
    described: plain.filter((word) => !content.includes(word)).map(words.stem),
    colors: [...new Set(families)],
  };
};

const isContainer = (thing: Thing): boolean => containers.has(thing.head);

/** Of "laptop computer" the laptop, which is a computer: either word alone is a name of the thing. */
const byItsKind = (thing: Thing, words: MatchWords): Thing[] => {
  const kind = thing.modifiers[thing.modifiers.length - 1];
  if (kind === undefined) return [];
  const names = [words.relation(thing.head, kind), words.relation(kind, kind + thing.head)];
  return names.some((related) => related?.kind === 'kind' || related?.kind === 'synonym')
    ? [{ ...thing, head: kind, modifiers: thing.modifiers.slice(0, -1) }]
    : [];
};

/** What is in a package, beside the package: "apple juice bottle" is also apple juice. */
const contentsOf = (thing: Thing): Thing[] =>
  isContainer(thing) && thing.modifiers.length > 0
    ? [
        {
          ...thing,
          head: thing.modifiers[thing.modifiers.length - 1],
          modifiers: thing.modifiers.slice(0, -1),
        },
      ]
    : [];

/** Reads texts for the things they name: those a picture shows, and the one a brief asks for. */
export const createThingReader = (words: MatchWords) => {
  const joined = joinedByStem(words);
  // "slip-on" and "cut-out" are words, not the beginning of a place.
  const wholeWords = (text: string): string[] =>
    words.splitWords(text.replace(/(\p{L})-(on|in|out|off|up|with)(?!\p{L})/giu, '$1$2'));
  const read = (text: string): Thing[] =>
    withLeadingAttributes(mainParts(joinPairs(wholeWords(text), joined, words)), words)
      .map((part) => thingOf(part, words))
      .filter((thing) => thing.head !== '');
  return {
    /** The things a picture's text says it shows, packages opened. */
    shown: (text: string): Thing[] =>
      read(text).flatMap((thing) => [thing, ...byItsKind(thing, words), ...contentsOf(thing)]),
    /** The things a brief asks for; of "a bottle of wine" the wine. */
    asked: (text: string): Thing[] => {
      const things = read(text);
      return things.length > 1 && isContainer(things[0]) ? things.slice(1) : things;
    },
  };
};
export type ThingReader = ReturnType<typeof createThingReader>;
