import { z } from 'zod';
import { accountName } from './money';
import { documentId } from './problems';
import { flag, videoList } from './video-requests';
import { qualityTiers } from './vocabulary';

/** What belongs to no person, or to no campaign. */
export const nobody = z.literal('none');

/**
 * GET /reference-assets/videos (admin) — a page of videos under everything the dashboard counts, so that each of its
 * figures can be opened.
 *
 * Units: `days` back from now; `sure` is the lower end of a band of confidence that is a fifth wide, 0–1; days of UTC.
 */
export const videoFilter = z.object({
  tier: z.enum(qualityTiers).optional(),
  days: z.coerce.number().int().min(1).max(366).optional(),
  /** Ordered on this day. */
  orderedOn: z.iso.date().optional(),
  /** Whether a master of it was ever assembled. */
  made: flag.optional(),
  /** Approved, rejected, or sent back. */
  decided: flag.optional(),
  /** Has comments that nobody resolved. */
  openComments: flag.optional(),
  /** Has beats that were drawn more than once. */
  retaken: flag.optional(),
  /** Was assembled exactly once. */
  onlyOneVersion: flag.optional(),
  /** Has an asset that a person chose instead of the matcher. */
  overridden: flag.optional(),
  /** Has beats whose matching was that sure. */
  sure: z.coerce.number().min(0).max(0.8).optional(),
  /** Ledger lines from this day on, up to that day, of this model (`vendor/model`), of this API user. */
  spentFrom: z.iso.date().optional(),
  spentUntil: z.iso.date().optional(),
  model: z.string().min(1).max(200).optional(),
  person: documentId.or(nobody).optional(),
  /** An entry of the application's own types that videos belong to. */
  campaign: documentId.or(nobody).optional(),
  /** An account that was charged for it since `spentFrom`, or has money set aside for it now. */
  account: accountName.optional(),
  /** A vendor's failure as `vendor:code`. */
  failure: z
    .string()
    .regex(/^[\w.-]+:[\w-]+$/, 'expected vendor:code')
    .max(120)
    .optional(),
  /** How many days back that failure may lie. */
  failureDays: z.coerce.number().int().min(1).max(366).optional(),
});
export type VideoFilter = z.infer<typeof videoFilter>;

/** The page and the filter together. */
export const videoSearch = videoList.extend(videoFilter.shape);
export type VideoSearch = z.infer<typeof videoSearch>;
