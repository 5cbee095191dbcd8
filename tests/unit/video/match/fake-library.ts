import * as words from '../../../../src/plugins/reference-assets/server/src/library/words';
import {
  createMatcher,
  type MatchCandidate,
  type MatchLibrary,
  type MatchWeights,
} from '../../../../src/plugins/reference-assets/server/src/video/match';

/** An asset with everything a test does not care about filled in. */
export const asset = (
  documentId: string,
  description: string,
  rest: Partial<MatchCandidate> = {},
): MatchCandidate => ({
  documentId,
  name: 'a.jpg',
  description,
  assetType: 'product',
  isLogo: rest.assetType === 'logo',
  primaryObject: null,
  colors: [],
  styleTags: [],
  recommendedShotTypes: [],
  usageContexts: [],
  hasTransparency: false,
  usageCount: 0,
  lastUsedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  rightsOk: true,
  semantic: null,
  wordScore: 0,
  ...rest,
});

/** A library in memory: found by words, or by type when no words are given. */
export const fakeLibrary = (assets: MatchCandidate[]): MatchLibrary => ({
  candidates: async ({ role, words: asked, limit }) => {
    const tokens = words.tokenize(asked.join(' '));
    const scored = (one: MatchCandidate) =>
      asked.length > 0 ? { ...one, wordScore: words.wordScore(tokens, one).score } : one;
    return assets
      .map(scored)
      .filter((one) =>
        asked.length > 0 ? one.wordScore > 0 || one.semantic : one.assetType === role,
      )
      .sort((a, b) => b.wordScore - a.wordScore)
      .slice(0, limit);
  },
  byIds: async (ids) => assets.filter(({ documentId }) => ids.includes(documentId)),
});

export const matcherFor = (assets: MatchCandidate[], weights?: MatchWeights) =>
  createMatcher({ library: fakeLibrary(assets), words, weights });
