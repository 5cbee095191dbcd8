export { foldText, splitWords } from './fold';
export { stem } from './stem';
export { isStopWord } from './stop-words';
export { isKnownWord, isNounKindOf, joinedPairs, widen } from './synonyms';
export { tokenize } from './tokenize';
export { relation, type Relation, type RelationKind } from './relation';
export { camelWords, wordScore, type WordDocument, type WordMatch } from './word-score';
export { parseSearch, type ParsedSearch } from './parse-search';
export { askedTerms, type AskedTerm } from './asked-terms';
export { isDescribing } from './describing-words';
export { headsOf } from './heads';
export { readDocument, type ReadDocument } from './read-document';
export { termScore } from './term-score';
export { createVocabulary, type Vocabulary } from './vocabulary';
export { colorWords, namedColors } from './color-words';

import { isStopWord } from './stop-words';
import { relation } from './relation';
import { splitWords } from './fold';
import { stem } from './stem';
import { isKnownWord } from './synonyms';

/** How the library reads words, for those who get it handed in. */
export const wordTools = { splitWords, isStopWord, isKnownWord, stem, relation };
