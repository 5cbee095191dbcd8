import { z } from 'zod';
import { notificationRules } from './notices';
import { documentId } from './problems';
import { rightsPolicy } from './rights';
import { typeface } from './typefaces';

const line = z.string().trim().min(1).max(200);

/** What a brand always brings along. */
export const brandKit = z.strictObject({
  /** Colours of designed backdrops and buttons; none leaves them to the logo's own. */
  colors: z
    .array(z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour such as #1a2b3c'))
    .max(8)
    .default([]),
  /** What words on videos are set in: headlines, then all others; none is Inter, one stands for both. */
  typefaces: z.array(typeface).max(2).default([]),
  /** The brand's logos, most important first: matching takes them where a brief names no brand. */
  logoIds: z.array(documentId).max(6).default([]),
  /** Small print at the end of every video, such as a copyright. */
  legalLines: z.array(line).max(6).default([]),
  /** How the brand speaks, in a sentence: a brief that asks for no mood is planned in it. */
  tone: z.string().trim().max(400).default(''),
});
export type BrandKit = z.infer<typeof brandKit>;

/** GET · PUT /reference-assets/settings (admin) — what administrators decide for everybody. */
export const studioSettings = z.strictObject({
  brandKit: brandKit.prefault({}),
  /** What an asset needs before it may enter a video. */
  rights: rightsPolicy.prefault({}),
  notifications: notificationRules.prefault({}),
});
export type StudioSettings = z.infer<typeof studioSettings>;

/** More than this cannot be read in the time a video ends in. Units: characters, in all lines together. */
export const mostLegalText = 300;

const printedKit = brandKit.refine(
  ({ legalLines }) => legalLines.join('').length <= mostLegalText,
  { message: `legal lines have ${mostLegalText} characters at most`, path: ['legalLines'] },
);

/** Any part of the settings; a part is replaced as a whole. */
export const settingsEdit = z
  .strictObject({ brandKit: printedKit, rights: rightsPolicy, notifications: notificationRules })
  .partial();
export type SettingsEdit = z.infer<typeof settingsEdit>;
