import { assetTypes } from './asset-types';
import { beatTypes } from './beat-types';
import { duplicateTypes } from './duplicate-types';
import { enumerationTypes } from './enumerations';
import { importTypes } from './import-types';
import { logoCopyTypes } from './logo-copies';
import { moneyTypes } from './money-types';
import { reviewTypes } from './review-types';
import { searchTypes } from './search-types';
import { videoTypes } from './video-types';

const rootTypes = ['Query', 'Mutation'];

/**
 * The plugin's part of the schema. The scalars, `Pagination` and `DeleteMutationResponse` are the GraphQL plugin's own.
 */
export const typeDefs = [
  enumerationTypes,
  assetTypes,
  searchTypes,
  duplicateTypes,
  importTypes,
  videoTypes,
  beatTypes,
  reviewTypes,
  moneyTypes,
  logoCopyTypes,
].join('\n');

/** Names of the types that {@link typeDefs} brings. */
export const typeNames = [...typeDefs.matchAll(/^(?:type|input|enum) (\w+)/gm)]
  .map(([, name]) => name)
  .filter((name) => !rootTypes.includes(name));
