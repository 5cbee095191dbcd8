import type { PluginConfig } from './config';
import type { JobEngine } from './jobs/contract';
import { createAnalyseMany } from './library/analyse-many';
import type { Describe } from './library/analysis/describe';
import { createAnalysisPrice } from './library/analysis/price';
import { createBrowse } from './library/browse';
import { createDuplicates } from './library/duplicates';
import { createEdges } from './library/edges';
import { createEdit } from './library/edit';
import { createWordFinder } from './library/find-words';
import { createHandBack } from './library/hand-back';
import { createImportMedia } from './library/import-media';
import { createIngest } from './library/ingest';
import { createComparison } from './library/likeness/compare';
import { createDuplicateGroups } from './library/likeness/groups';
import { createMerging } from './library/likeness/merge';
import { createMergeHistory } from './library/likeness/merge-history';
import { createDuplicateNotice } from './library/likeness/notice';
import { createMatchLibrary } from './library/match-library';
import { createPictureVector } from './library/picture-vector';
import { createRecommend } from './library/recommend';
import { createSearch } from './library/search';
import { createQueryVectors } from './library/search/query-vectors';
import { createSuggest } from './library/search/suggest';
import { createChangeMany } from './library/shelf/change-many';
import { createFacets } from './library/shelf/facets';
import { createRemoveMany } from './library/shelf/remove-many';
import { createSavedSearches } from './library/shelf/saved-searches';
import { createFileUpkeep } from './library/upkeep/check-files';
import { createLibraryImport } from './library/upkeep/import-library';
import { createUpload } from './library/upload';
import { createUsage } from './library/usage';
import type { MediaWorker } from './media/media-worker';
import { textImageScore } from './providers/clip';
import type { Encoder } from './providers/ports';
import type { Stores } from './stores';
import { createAroundMerges } from './video/around-merges';

/** What the library of an installation is built on. */
export interface LibraryParts {
  config: PluginConfig;
  stores: Stores;
  jobs: JobEngine;
  /** The encoder that searches ask. */
  answering: Encoder;
  media: MediaWorker;
  describe: Describe;
  log: { info(message: string): void; warn(message: string): void };
  /** What people call a content type, by its uid. */
  typeName(uid: string): string;
}

/** Finding, and what is found with the same means. */
const searchUseCases = ({ stores, answering: encoder, media }: LibraryParts) => {
  const browse = createBrowse(stores);
  const finder = createWordFinder(stores.words);
  const pictureVector = createPictureVector({ media, encoder });
  const queryVectors = createQueryVectors(encoder);
  const search = createSearch({
    ...{ ...stores, encoder, queryVectors, browse, finder, pictureVector },
    textImage: textImageScore,
  });
  return {
    browse,
    search,
    suggest: createSuggest({ ...stores, finder }),
    changeMany: createChangeMany({ ...stores, browse }),
    removeMany: createRemoveMany({ ...stores, browse }),
    facets: createFacets(stores),
    savedSearches: createSavedSearches(stores),
    recommend: createRecommend({ search }),
    libraryFor: createMatchLibrary({ ...stores, queryVectors, finder, textImage: textImageScore }),
  };
};

/** Use cases of the library, on what they need. */
export const libraryUseCases = (parts: LibraryParts) => {
  const { config, stores, jobs, answering, media, describe, log, typeName } = parts;
  const found = searchUseCases(parts);
  const { browse } = found;
  const usage = createUsage({ ...stores, browse, typeName });
  const duplicateNotice = createDuplicateNotice(stores);
  const ingest = createIngest({ ...stores, jobs });
  const comparison = createComparison({ ...stores, media });
  const videosAround = createAroundMerges(stores);
  const priceOfOne = createAnalysisPrice({ ...stores, describe });
  return {
    ...found,
    ingest,
    usage,
    comparison,
    duplicateNotice,
    edges: createEdges({ ...stores, browse, media, log }),
    edit: createEdit({ ...stores, browse, jobs, usage }),
    handBack: createHandBack({ ...stores, browse, jobs }),
    analyseMany: createAnalyseMany({ ...stores, describe, priceOfOne, jobs }),
    duplicates: createDuplicates({ ...stores, browse, media, encoder: answering, comparison }),
    duplicateGroups: createDuplicateGroups({ ...stores, browse, usage, notice: duplicateNotice }),
    merging: createMerging({ ...stores, browse, jobs, videosAround }),
    mergeHistory: createMergeHistory({ ...stores, jobs, videosAround }),
    libraryImport: createLibraryImport({
      ...{ ...stores, ingest, jobs, priceOfOne, log },
      ...config.imports,
    }),
    fileUpkeep: createFileUpkeep({ ...stores, media, jobs }),
    importMedia: createImportMedia({ ...stores, ingest }),
    upload: createUpload({ ...stores, ingest, media, notice: duplicateNotice, log }),
  };
};
