import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import type { MediaFacts } from '../ffmpeg/probe';
import type { AssemblyRequest, ClipShot, LogoWindow } from './assembly-request';

type Size = AssemblyRequest['size'];

/** Sample rate of every master, Hz. */
export const masterSampleRate = 48_000;

const samplesPerFrame = masterSampleRate / framesPerSecond;

/**
 * Filters that make any clip fit the master: size, square pixels, 30 fps, BT.709, exact number of frames.
 *
 * A longer clip is cut, a shorter one holds its last frame; nothing is stretched.
 */
export const clipFilters = (
  clip: ClipShot,
  facts: MediaFacts,
  size: Size,
  mismatch: 'fit' | 'crop',
): string => {
  const { width, height } = size;
  const fits = isAlreadyMaster(facts, size);
  if (fits && isAlreadyCut(facts, clip)) return 'setsar=1';
  const steps: string[] = [];
  if (!fits) {
    const keep = mismatch === 'fit' ? 'decrease' : 'increase';
    steps.push(
      `scale=w=${width}:h=${height}:force_original_aspect_ratio=${keep}:flags=lanczos+accurate_rnd` +
        `:in_color_matrix=${sourceMatrix(facts)}:in_range=${facts.colorRange === 'pc' ? 'pc' : 'tv'}` +
        ':out_color_matrix=bt709:out_range=tv',
      'format=yuv420p',
      mismatch === 'fit'
        ? `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:black`
        : `crop=${width}:${height}`,
    );
  }
  const { frames } = clip;
  steps.push(
    'setsar=1',
    `fps=${framesPerSecond}`,
    `tpad=stop_mode=clone:stop=${frames}`,
    `trim=end_frame=${frames}`,
    'setpts=PTS-STARTPTS',
  );
  return steps.join(',');
};

const isAlreadyMaster = (facts: MediaFacts, size: Size): boolean =>
  facts.width === size.width &&
  facts.height === size.height &&
  facts.pixelFormat === 'yuv420p' &&
  facts.colorSpace === 'bt709' &&
  facts.colorRange !== 'pc';

const isAlreadyCut = ({ fps, frames }: MediaFacts, clip: ClipShot): boolean =>
  fps?.numerator === framesPerSecond && fps.denominator === 1 && frames === clip.frames;

/** Untagged video is read as players read it: BT.709 when high definition, BT.601 below. */
const sourceMatrix = ({ colorSpace, width, height }: MediaFacts): string => {
  if (colorSpace === 'bt709') return 'bt709';
  if (colorSpace?.startsWith('bt2020')) return 'bt2020';
  if (colorSpace) return 'bt601';
  return Math.max(width ?? 0, height ?? 0) >= 1280 ? 'bt709' : 'bt601';
};

/** Filters that put one logo on the running picture for its window of frames. */
export const logoFilters = (
  logo: LogoWindow,
  input: number,
  from: string,
  to: string,
): string[] => {
  const { x, y, width, height, fromFrame, toFrame } = logo;
  return [
    // The overlay needs the logo in the master's own colour matrix; ffmpeg would take BT.601 by itself.
    `[${input}:v]scale=w=${width}:h=${height}:out_color_matrix=bt709:out_range=tv,format=yuva420p[${to}logo]`,
    `[${from}][${to}logo]overlay=x=${x}:y=${y}:format=yuv420:eof_action=repeat` +
      `:enable='between(n,${fromFrame},${toFrame - 1})'[${to}]`,
  ];
};

/** Filters that bring the music to the master's exact length, padded with silence and never longer. */
export const musicFilters = (input: number, frames: number): string =>
  `[${input}:a]aresample=${masterSampleRate},aformat=sample_fmts=fltp:channel_layouts=stereo,` +
  `apad=whole_len=${frames * samplesPerFrame},atrim=end_sample=${frames * samplesPerFrame},` +
  'asetpts=PTS-STARTPTS[sound]';
