import { beatTake } from './beat-take';
import { referenceAsset } from './reference-asset';
import { reviewComment } from './review-comment';
import { spendEntry } from './spend-entry';
import { videoBeat } from './video-beat';
import { videoGeneration } from './video-generation';
import { videoVersion } from './video-version';

export const contentTypes = {
  'reference-asset': { schema: referenceAsset },
  'video-generation': { schema: videoGeneration },
  'video-beat': { schema: videoBeat },
  'beat-take': { schema: beatTake },
  'video-version': { schema: videoVersion },
  'review-comment': { schema: reviewComment },
  'spend-entry': { schema: spendEntry },
};
