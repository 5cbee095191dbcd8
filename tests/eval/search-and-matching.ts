import path from 'node:path';
import type { EvaluationFigure } from './figures';
import { openLibrary } from './library/open-library';
import { evaluateMatching } from './matching/matching';
import { briefs } from './questions/briefs';
import { demoBriefs, demoQueries } from './questions/demo-kit';
import { textQueries } from './questions/text-queries';
import { evaluateLikeness } from './search/likeness';
import { evaluateTextSearch } from './search/text-search';

/**
 * Search and matching on a labelled folder, without a model: captions stand in for descriptions, file names say nothing.
 *
 * Shape: the questions are those of the drawn kit for a folder of that name, else those of the labelled pictures.
 */
export const evaluateSearchAndMatching = async (folder: string): Promise<EvaluationFigure[]> => {
  const library = await openLibrary(folder);
  const isKit = path.basename(folder) === 'demo-kit';
  try {
    return [
      ...(await evaluateTextSearch(library, isKit ? demoQueries : textQueries)),
      ...(await evaluateLikeness(library)),
      ...(await evaluateMatching(library, isKit ? demoBriefs : briefs)),
    ];
  } finally {
    await library.close();
  }
};
