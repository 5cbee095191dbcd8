import { z } from 'zod';

/** What a person noted about the rights to a picture. */
export const assetRights = z.strictObject({
  /** Its name; `none`, `unlicensed` or nothing at all says outright that there is none. */
  licence: z.string().trim().max(200).optional(),
  /** Last day of the licence, or the moment it ends. */
  expiresAt: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  /** Where it may be used: ISO 3166 country codes; none is everywhere. */
  territories: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  /** Whether the people in it agreed. */
  consent: z.boolean().optional(),
});
export type AssetRights = z.infer<typeof assetRights>;

/** What an asset needs before it may enter a video: config `rights`, until somebody decides in the settings. */
export const rightsPolicy = z.strictObject({
  /** true: an asset without a licence may not be used. */
  requireLicence: z.boolean().default(false),
  /** true: a picture of a person may not be used until consent is noted. Noted as refused, it never may. */
  requireConsent: z.boolean().default(false),
  /** Countries in which the videos are shown. */
  territories: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'expected a country code such as DE'))
    .max(250)
    .default([]),
  /** A licence that ends within so many days is pointed out; 0 says nothing. */
  warnDays: z.number().int().min(0).max(365).default(30),
});
export type RightsPolicy = z.infer<typeof rightsPolicy>;

/** What a search can ask of rights: `ending` may be used still, and its licence ends soon (`warnDays`). */
export const rightsStates = ['usable', 'barred', 'ending'] as const;
export type RightsState = (typeof rightsStates)[number];

export const rightsProblems = ['expired', 'no-licence', 'no-consent', 'territory'] as const;

/** Whether an asset may enter a video now, and if not, why. */
export interface RightsStatus {
  usable: boolean;
  problem: (typeof rightsProblems)[number] | null;
  /** In words for people; null when there is nothing to say. */
  reason: string | null;
  /** Last day of the licence where that is near enough to be pointed out, as `2026-01-31`; null otherwise. */
  endsSoon: string | null;
}

/** A date alone stands for the whole of its day, in universal time. */
const endOf = (expiresAt: string): Date =>
  new Date(/^\d{4}-\d{2}-\d{2}$/.test(expiresAt) ? `${expiresAt}T23:59:59.999Z` : expiresAt);

/** How people write that there is no licence. */
export const deniedLicence = /^(none|no licen[cs]e|not licen[cs]ed|unlicen[cs]ed|-)?$/i;

/** Whether somebody wrote down that there is no licence, which is more than writing nothing. */
const isDenied = (licence: string | undefined): boolean =>
  licence !== undefined && deniedLicence.test(licence);

const barred = (problem: RightsStatus['problem'], reason: string): RightsStatus => ({
  usable: false,
  problem,
  reason,
  endsSoon: null,
});

const dayMs = 86_400_000;

/** The last moment that is still pointed out at a moment. */
const warnUntil = ({ warnDays }: RightsPolicy, at: Date): Date =>
  new Date(at.getTime() + warnDays * dayMs);

/** Whether an asset may enter a video at a moment: the one rule that matching and every step of a video ask. */
export const rightsStatusOf = (
  asset: { rights: AssetRights | null; assetType: string | null },
  policy: RightsPolicy,
  at: Date,
): RightsStatus => {
  const { licence, expiresAt, territories = [], consent } = asset.rights ?? {};
  if (expiresAt && endOf(expiresAt) < at)
    return barred('expired', `its licence ended on ${expiresAt.slice(0, 10)}`);
  if (consent === false) return barred('no-consent', 'the people in it did not agree');
  if (policy.requireConsent && asset.assetType === 'person' && consent !== true)
    return barred('no-consent', 'no consent of the person in it is noted');
  if (isDenied(licence)) return barred('no-licence', 'it is noted as not licensed');
  if (policy.requireLicence && !licence) return barred('no-licence', 'no licence is noted');
  const missing =
    territories.length > 0 ? policy.territories.filter((one) => !territories.includes(one)) : [];
  if (missing.length > 0)
    return barred('territory', `its licence does not hold in ${missing.join(', ')}`);
  const isNear = policy.warnDays > 0 && expiresAt && endOf(expiresAt) <= warnUntil(policy, at);
  const endsSoon = isNear ? expiresAt.slice(0, 10) : null;
  return { usable: true, problem: null, reason: null, endsSoon };
};
