import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { LogoStyle } from '../../../shared/contracts/logo';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** How a logo stands: what the video says, else what the logo's own asset says. */
export const logoStyleOf = (video: VideoRow, logo: AssetRow): LogoStyle => ({
  ...(logo.logoPositionPreference && { position: logo.logoPositionPreference }),
  ...logo.logoStyle,
  ...video.logoStyle,
});

/**
 * The part of a beat in which the logo is seen; null when its time lies elsewhere.
 *
 * Units: frames of the beat; `toFrame` is the first without the logo.
 */
export const logoWindow = (
  { fromSeconds = 0, toSeconds }: LogoStyle,
  beat: Pick<BeatRow, 'startFrame' | 'frames'>,
): { fromFrame: number; toFrame: number } | null => {
  const at = (seconds: number) => Math.round(seconds * framesPerSecond) - beat.startFrame;
  const fromFrame = Math.max(0, at(fromSeconds));
  const toFrame = toSeconds === undefined ? beat.frames : Math.min(beat.frames, at(toSeconds));
  return fromFrame < toFrame ? { fromFrame, toFrame } : null;
};
