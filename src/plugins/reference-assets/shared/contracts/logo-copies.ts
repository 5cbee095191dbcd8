import { z } from 'zod';
import type { MediaRef } from './assets';
import { logoStyle } from './logo';
import type { LogoPosition } from './vocabulary';

/**
 * POST /api/reference-assets/:id/apply-to-video — lays a logo of the library over a video of the media library.
 *
 * The style is the same as a generated video's; times count from the start of the video. What is not said is the
 * logo asset's own, else chosen for the picture. The same request again is the same copy.
 */
export const applyLogoRequest = z.strictObject({
  fileId: z.number().int().positive(),
  logoStyle: logoStyle.nullish(),
});
export type ApplyLogoRequest = z.infer<typeof applyLogoRequest>;

/** GET /api/reference-assets/logo-copies/:copyId */
export const logoCopyId = z.uuid();

/** A video with a logo laid over it, or on its way. */
export interface LogoCopy {
  id: string;
  status: 'pending' | 'done' | 'failed';
  assetId: string;
  fileId: number;
  /** The new video; null until it is done. */
  file: MediaRef | null;
  /** Where the logo stands, px of the video as it is shown. */
  placement: { x: number; y: number; width: number; height: number; position: LogoPosition } | null;
  error: { code: string; message: string } | null;
}
