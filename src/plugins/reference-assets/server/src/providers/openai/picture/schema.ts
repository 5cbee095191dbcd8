import { z } from 'zod';
import { assetType, shotType } from '../../../../../shared/contracts/vocabulary';

const share = z.number().min(0).max(1);

/** What is asked of a model about a picture; lengths of texts are ours to cut, strict schemas know no limit on them. */
export const pictureAnswer = z.object({
  altText: z.string(),
  caption: z.string(),
  assetType,
  confidence: share,
  primaryObject: z.string().nullable(),
  styleTags: z.array(z.string()).max(12),
  recommendedShotTypes: z.array(shotType).max(6),
  usageContexts: z.array(z.string()).max(8),
  visibleText: z.string().nullable(),
  isLogo: z.boolean(),
  logoConfidence: share,
  logoReason: z.string(),
});
export type PictureAnswer = z.infer<typeof pictureAnswer>;
