import {
  areOneThing,
  createKindIndex,
  isKnownWord,
  isNounKindOf,
} from '../../../../src/plugins/reference-assets/server/src/library/words/synonyms';
import { stem } from '../../../../src/plugins/reference-assets/server/src/library/words';

describe('nouns by WordNet', () => {
  it('knows other names of a thing, also of two words', () => {
    expect(areOneThing(stem('skillet'), stem('frying') + stem('pan'))).toBe(true);
    expect(areOneThing(stem('taxi'), stem('locomotive'))).toBe(false);
  });

  it('knows what a thing is a kind of, and never the reverse', () => {
    expect(isNounKindOf(stem('flamingo'), stem('bird'))).toBe(true);
    expect(isNounKindOf(stem('bird'), stem('flamingo'))).toBe(false);
    expect(isNounKindOf(stem('saxophone'), stem('musical') + stem('instrument'))).toBe(true);
  });

  it('takes the cup for "mug" and not the dupe, and keeps "dune" apart from "dun"', () => {
    expect(isNounKindOf(stem('dune'), stem('horse'))).toBe(false);
    expect(isKnownWord(stem('mug'))).toBe(true);
    expect(isNounKindOf(stem('mug'), stem('person'))).toBe(false);
  });

  it('asks for nothing by words as wide as "instrumentation"', () => {
    expect(isNounKindOf(stem('kettle'), stem('instrumentation'))).toBe(false);
  });

  it('finds the kinds of a thing among the words that are there', () => {
    const index = createKindIndex(['flamingo', 'hen', 'kettle']);
    expect(index.kindsOf('bird')).toEqual(['flamingo', 'hen']);
    expect(index.kindsOf('nosuchword')).toEqual([]);
  });
});
