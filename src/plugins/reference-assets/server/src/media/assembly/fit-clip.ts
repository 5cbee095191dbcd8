import { framesPerSecond, type AspectMismatch } from '../../../../shared/contracts/vocabulary';
import type { MediaFacts } from '../ffmpeg/probe';
import type { AssemblyRequest, ClipShot } from './assembly-request';

type Size = AssemblyRequest['size'];

/** Bars that would be thinner than this share of the frame's side are no letterbox but a blemish. */
const thinBars = 0.03;

/**
 * Filters that make any clip fit the master: size, square pixels, 30 fps, BT.709, exact number of frames.
 *
 * A longer clip is cut, a shorter one holds its last frame; nothing is stretched.
 *
 * Shape: `id` tells this clip's inner streams from those of others.
 */
export const clipFilters = (
  clip: ClipShot,
  facts: MediaFacts,
  size: Size,
  mismatch: AspectMismatch,
  id: string,
): string => {
  const fits = isAlreadyMaster(facts, size);
  if (fits && isAlreadyCut(facts, clip)) return 'setsar=1';
  const { frames } = clip;
  return [
    // A picture that starts after its sound waits for it with its first frame.
    `fps=${framesPerSecond}:start_time=0`,
    `trim=end_frame=${frames}`,
    ...(fits ? [] : sizeFilters(id, facts, size, mismatch)),
    'setsar=1',
    `tpad=stop_mode=clone:stop=${frames}`,
    `trim=end_frame=${frames}`,
    'setpts=PTS-STARTPTS',
  ].join(',');
};

const sizeFilters = (
  id: string,
  facts: MediaFacts,
  size: Size,
  mismatch: AspectMismatch,
): string[] => {
  const { scaled, bars } = scaledSize(facts, size, mismatch);
  const [x, y] = [size.width - scaled.width, size.height - scaled.height].map(
    (gap) => Math.floor(Math.abs(gap) / 4) * 2,
  );
  const toMaster =
    `flags=lanczos+accurate_rnd:in_color_matrix=${sourceMatrix(facts)}` +
    `:in_range=${isFullRange(facts) ? 'pc' : 'tv'}:out_color_matrix=bt709:out_range=tv`;
  const scale = `scale=w=${scaled.width}:h=${scaled.height}:${toMaster},format=yuv420p`;
  if (!bars) return [scale, `crop=${size.width}:${size.height}:${x}:${y}`];
  if (mismatch === 'fit') return [scale, `pad=${size.width}:${size.height}:${x}:${y}:black`];
  return [scale, extended(id, scaled, size, x!, y!)];
};

/** Bars filled with the clip's own picture, covering the frame, out of focus. */
const extended = (id: string, scaled: Size, size: Size, x: number, y: number): string => {
  const cover = Math.max(size.width / scaled.width, size.height / scaled.height);
  const [width, height] = [scaled.width, scaled.height].map(
    (side) => Math.ceil((side * cover) / 16) * 2,
  );
  return (
    `split=2[whole${id}][ground${id}];[ground${id}]scale=${width}:${height},boxblur=6:2,` +
    `scale=${width! * 8}:${height! * 8},crop=${size.width}:${size.height}[blurred${id}];` +
    `[blurred${id}][whole${id}]overlay=x=${x}:y=${y}:format=yuv420`
  );
};

/**
 * Size of a clip on the master before bars are added or edges cut; its own shape is kept to the nearest even pixel.
 */
export const scaledSize = (
  facts: Pick<MediaFacts, 'width' | 'height' | 'pixelAspect' | 'rotation'>,
  size: Size,
  mismatch: AspectMismatch,
): { scaled: Size; bars: boolean } => {
  const shown = shownSize(facts, size);
  const ratios = [size.width / shown.width, size.height / shown.height];
  const [inside, outside] = [Math.min(...ratios), Math.max(...ratios)];
  const bars = mismatch !== 'crop' && 1 - inside / outside > thinBars;
  const scale = bars ? inside : outside;
  const even = (value: number) =>
    bars ? Math.max(2, Math.round(value / 2) * 2) : Math.ceil((value - 0.01) / 2) * 2;
  return {
    scaled: { width: even(shown.width * scale), height: even(shown.height * scale) },
    bars,
  };
};

/** A clip's size as players show it: pixels made square, turned upright as ffmpeg turns it. */
const shownSize = (
  {
    width,
    height,
    pixelAspect,
    rotation,
  }: Pick<MediaFacts, 'width' | 'height' | 'pixelAspect' | 'rotation'>,
  size: Size,
): Size => {
  const upright = {
    width: (width ?? size.width) * pixelAspect,
    height: height ?? size.height,
  };
  return rotation % 180 === 0 ? upright : { width: upright.height, height: upright.width };
};

/** Whether a clip's pixels can be taken as they are. */
export const isAlreadyMaster = (facts: MediaFacts, size: Size): boolean =>
  facts.width === size.width &&
  facts.height === size.height &&
  facts.pixelAspect === 1 &&
  facts.rotation === 0 &&
  facts.pixelFormat === 'yuv420p' &&
  facts.colorSpace === 'bt709' &&
  facts.colorRange !== 'pc';

const isAlreadyCut = ({ fps, frames }: MediaFacts, clip: ClipShot): boolean =>
  fps?.numerator === framesPerSecond && fps.denominator === 1 && frames === clip.frames;

const isFullRange = ({ colorRange, pixelFormat }: MediaFacts): boolean =>
  colorRange === 'pc' || pixelFormat?.startsWith('yuvj') === true;

/** Untagged video is read as players read it: BT.709 when high definition, BT.601 below. */
const sourceMatrix = ({ colorSpace, width, height }: MediaFacts): string => {
  if (colorSpace === 'bt709') return 'bt709';
  if (colorSpace?.startsWith('bt2020')) return 'bt2020';
  if (colorSpace) return 'bt601';
  return Math.max(width ?? 0, height ?? 0) >= 1280 ? 'bt709' : 'bt601';
};
