import type { EvaluationFigure } from './figures';
import { openLibrary } from './library/open-library';
import { evaluateMatching } from './matching/matching';
import { questionsOf } from './questions/questions-of';
import { evaluateLikeness } from './search/likeness';
import { evaluateTextSearch } from './search/text-search';

/**
 * Search and matching on a labelled folder, without a model: captions stand in for descriptions, file names say nothing.
 *
 * Shape: the questions are the folder's own (`questions.json`), those of the drawn kit, or those of the labelled pictures.
 */
export const evaluateSearchAndMatching = async (folder: string): Promise<EvaluationFigure[]> => {
  const library = await openLibrary(folder);
  const { queries, briefs } = await questionsOf(folder);
  try {
    return [
      ...(await evaluateTextSearch(library, queries)),
      ...(await evaluateLikeness(library)),
      ...(await evaluateMatching(library, briefs)),
    ];
  } finally {
    await library.close();
  }
};
