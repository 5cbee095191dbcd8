import type { MatchCandidate, MatchLibrary } from './types';

/** A library that is asked the same question only once during one match, and the assets it spoke of. */
export const rememberAnswers = (library: MatchLibrary) => {
  const answers = new Map<string, Promise<MatchCandidate[]>>();
  const seen = new Map<string, MatchCandidate>();
  const remember = (
    key: string,
    ask: () => Promise<MatchCandidate[]>,
  ): Promise<MatchCandidate[]> => {
    const answer = answers.get(key) ?? ask();
    answers.set(key, answer);
    return answer.then((list) => {
      for (const asset of list) seen.set(asset.documentId, asset);
      return list;
    });
  };
  const remembered: MatchLibrary = {
    candidates: (query) => remember(JSON.stringify(query), () => library.candidates(query)),
    byIds: (ids) => remember(JSON.stringify(ids), () => library.byIds(ids)),
  };
  return { library: remembered, seen };
};
