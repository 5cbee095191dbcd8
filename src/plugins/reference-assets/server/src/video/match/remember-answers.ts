import type { MatchCandidate, MatchLibrary } from './types';

/** A library that is asked the same question only once during one match, and the names of all assets it spoke of. */
export const rememberAnswers = (library: MatchLibrary) => {
  const answers = new Map<string, Promise<MatchCandidate[]>>();
  const names = new Map<string, string>();
  const remember = (
    key: string,
    ask: () => Promise<MatchCandidate[]>,
  ): Promise<MatchCandidate[]> => {
    const answer = answers.get(key) ?? ask();
    answers.set(key, answer);
    return answer.then((list) => {
      for (const { documentId, name } of list) names.set(documentId, name);
      return list;
    });
  };
  const remembered: MatchLibrary = {
    candidates: (query) => remember(JSON.stringify(query), () => library.candidates(query)),
    byIds: (ids) => remember(JSON.stringify(ids), () => library.byIds(ids)),
  };
  return { library: remembered, names };
};
