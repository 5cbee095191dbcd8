import { z } from 'zod';

/** What an asset shows; also the roles an asset can take in a beat. */
export const assetTypes = ['product', 'logo', 'person', 'environment', 'texture', 'prop'] as const;
export const assetType = z.enum(assetTypes);
export type AssetType = z.infer<typeof assetType>;

/** The field's words for how a beat is framed. */
export const shotTypes = [
  'close_up',
  'medium',
  'wide',
  'extreme_close_up',
  'hero_shot',
  'detail_showcase',
  'lifestyle_context',
  'action_shot',
  'overhead',
  'dramatic_angle',
  'product_in_motion',
] as const;
export const shotType = z.enum(shotTypes);
export type ShotType = z.infer<typeof shotType>;

/** How the camera moves during a beat. */
export const cameraMovements = [
  'static',
  'push_in',
  'pull_out',
  'pan_left',
  'pan_right',
  'tilt_up',
  'tilt_down',
  'orbit',
  'rack_focus',
] as const;
export const cameraMovement = z.enum(cameraMovements);
export type CameraMovement = z.infer<typeof cameraMovement>;

/** The feeling a beat or a whole video aims for. */
export const moods = [
  'energetic',
  'calm',
  'dramatic',
  'playful',
  'elegant',
  'warm',
  'confident',
  'fresh',
] as const;
export const mood = z.enum(moods);
export type Mood = z.infer<typeof mood>;

export const aspectRatios = ['16:9', '9:16', '1:1', '4:5'] as const;
export const aspectRatio = z.enum(aspectRatios);
export type AspectRatio = z.infer<typeof aspectRatio>;

export const qualityTiers = ['animatic', 'draft', 'standard', 'final'] as const;
export const qualityTier = z.enum(qualityTiers);
export type QualityTier = z.infer<typeof qualityTier>;

/** Where a logo prefers to stand on a frame. */
export const logoPositions = [
  'top-left',
  'top-center',
  'top-right',
  'center-left',
  'center',
  'center-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
] as const;
export const logoPosition = z.enum(logoPositions);
export type LogoPosition = z.infer<typeof logoPosition>;

/** Where a video stops for a person to look before more is paid for. */
export const stopPoints = ['plan', 'storyboard', 'video'] as const;
export const stopPoint = z.enum(stopPoints);
export type StopPoint = z.infer<typeof stopPoint>;

/** Pixel size of the master for each aspect ratio at 720 lines on the shorter side. */
export const frameSizes: Record<AspectRatio, { width: number; height: number }> = {
  '16:9': { width: 1280, height: 720 },
  '9:16': { width: 720, height: 1280 },
  '1:1': { width: 720, height: 720 },
  '4:5': { width: 720, height: 900 },
};

/** How many lines a master has on its shorter side. */
export const resolutions = ['720p', '1080p'] as const;
export const resolution = z.enum(resolutions);
export type Resolution = z.infer<typeof resolution>;

/** Pixel size of a video's stills, clips and master; both sides even. */
export const frameSizeOf = (video: {
  aspectRatio: AspectRatio;
  resolution?: Resolution | null;
}): { width: number; height: number } => {
  const { width, height } = frameSizes[video.aspectRatio];
  const scale = video.resolution === '1080p' ? 1.5 : 1;
  return { width: width * scale, height: height * scale };
};

/** What happens to a picture of another shape than the frame: cut, extended with its own colours, or bars. */
export const aspectMismatches = ['crop', 'extend', 'fit'] as const;
export const aspectMismatch = z.enum(aspectMismatches);
export type AspectMismatch = z.infer<typeof aspectMismatch>;

/** Frames per second of every master. */
export const framesPerSecond = 30;
