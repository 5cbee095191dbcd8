import { frameSizeOf, framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { LogoStyle } from '../../../shared/contracts/logo';
import type { OverlayTask } from '../media/tasks';
import type { LogoToCome } from '../media/stills/still-request';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** How a logo stands: what the video says, else what the logo's own asset says. */
export const logoStyleOf = (video: VideoRow, logo: AssetRow): LogoStyle => ({
  ...(logo.logoPositionPreference && { position: logo.logoPositionPreference }),
  ...logo.logoStyle,
  ...video.logoStyle,
});

type Frame = Pick<VideoRow, 'aspectRatio' | 'resolution'>;

/** Whether a beat shows nothing but a logo: an end card. */
export const isEndCard = ({ references }: Pick<BeatRow, 'references'>): boolean =>
  Object.entries(references ?? {}).every(([role, one]) => role === 'logo' || one === null);

/** How large a logo stands on an end card, as a share of the frame's width: upright frames have little of it. */
const endCardWidth = (video: Frame): number => {
  const { width, height } = frameSizeOf(video);
  if (width > height) return 0.34;
  return width === height ? 0.42 : 0.5;
};

/** How a logo is placed: on an end card large in the middle, unless told otherwise. */
export const prominence = (
  video: Frame,
  beat: Pick<BeatRow, 'references'>,
  { position, widthRatio, marginRatio, opacity }: LogoStyle,
): Pick<OverlayTask, 'preference' | 'widthRatio' | 'marginRatio' | 'opacity'> =>
  isEndCard(beat)
    ? {
        ...{ marginRatio, opacity },
        ...{ preference: position ?? 'center', widthRatio: widthRatio ?? endCardWidth(video) },
      }
    : { marginRatio, opacity, preference: position ?? null, widthRatio };

/** Where the logo of an end card will stand; undefined on other beats and where none was chosen. */
export const endCardPlace = (
  video: Frame,
  beat: Pick<BeatRow, 'references'>,
  style: LogoStyle,
): Omit<LogoToCome, 'paths'> | undefined => {
  if (!isEndCard(beat) || !beat.references?.logo) return undefined;
  const {
    preference,
    widthRatio = endCardWidth(video),
    marginRatio,
  } = prominence(video, beat, style);
  return {
    position: preference ?? 'center',
    widthRatio,
    ...(marginRatio !== undefined && { marginRatio }),
  };
};

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
