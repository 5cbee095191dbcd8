import { createCandidateReader } from './candidate-text';
import { createBeatMatcher } from './match-beat';
import { createVideoMatcher } from './match-video';
import { createThingReader } from './things';
import type { BeatMatch, MatchLibrary, MatchRequest, MatchWords } from './types';
import { completeWeights, type MatchWeights } from './weights';

export { firstDesignConfidence, type FirstDesignEvidence } from './confidence';
export type { Reference } from './choose';
export { logoFamily } from './logo-forms';
export type { BeatChoice, BeatDecisions, VideoMatchOptions } from './match-video';
export { completeWeights, defaultMatchWeights, type MatchWeights } from './weights';
export type * from './types';

/**
 * The matcher: finds for beats what the library has, and chooses for whole videos.
 *
 * Shape: `words` are the word tools of the library; `weights` as `completeWeights` gives them.
 */
export const createMatcher = ({
  library,
  words,
  weights = completeWeights(),
}: {
  library: MatchLibrary;
  words: MatchWords;
  weights?: MatchWeights;
}) => {
  const things = createThingReader(words);
  // A new reader for each question: what it remembers must not outlive an edit in the library.
  const createBeat = (source: MatchLibrary) =>
    createBeatMatcher(source, {
      words,
      things,
      weights,
      read: createCandidateReader(words, things),
    });
  return {
    matchBeat: (request: MatchRequest): Promise<BeatMatch> => createBeat(library)(request),
    matchVideo: createVideoMatcher(library, createBeat, words, weights),
  };
};
export type Matcher = ReturnType<typeof createMatcher>;
