import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';

const [columns, rows] = [64, 36];

/** Brightness of one frame, 0–255 on full range. */
export interface FrameMeasure {
  mean: number;
  brightest: number;
}

/**
 * Decodes every frame of a video in miniature and measures its brightness; the number of entries is the number of frames.
 *
 * Throws: `MediaToolError` when the picture cannot be decoded.
 */
export const measurePicture = async (
  path: string,
  tools: Pick<MediaTools, 'ffmpeg'>,
  options: { signal?: AbortSignal } = {},
): Promise<FrameMeasure[]> => {
  const { stdout } = await runTool(
    'ffmpeg',
    tools.ffmpeg,
    [
      ...['-hide_banner', '-nostdin', '-i', path, '-map', '0:v:0', '-an'],
      ...['-vf', `scale=${columns}:${rows}:flags=area:out_range=pc,format=gray`],
      ...['-f', 'rawvideo', 'pipe:1'],
    ],
    options,
  );
  return measureFrames(stdout);
};

/** Brightness of each frame in a row of grey miniatures. */
export const measureFrames = (grey: Uint8Array): FrameMeasure[] => {
  const frameBytes = columns * rows;
  return Array.from({ length: Math.floor(grey.length / frameBytes) }, (_, index) => {
    const frame = grey.subarray(index * frameBytes, (index + 1) * frameBytes);
    let [sum, brightest] = [0, 0];
    for (const value of frame) {
      sum += value;
      if (value > brightest) brightest = value;
    }
    return { mean: sum / frameBytes, brightest };
  });
};

/** A frame with nothing to see: dark all over, without a single brighter spot. */
export const isBlack = ({ mean, brightest }: FrameMeasure): boolean => mean < 6 && brightest < 20;

/**
 * Loudest sample of a file's sound.
 *
 * Units:  dBFS; −Infinity for silence.
 * Throws: `MediaToolError` when the sound cannot be decoded.
 */
export const measureSound = async (
  path: string,
  tools: Pick<MediaTools, 'ffmpeg'>,
  options: { signal?: AbortSignal } = {},
): Promise<{ peakDb: number }> => {
  const { stdout } = await runTool(
    'ffmpeg',
    tools.ffmpeg,
    [
      ...['-hide_banner', '-nostdin', '-i', path, '-map', '0:a:0', '-vn'],
      ...['-ac', '1', '-ar', '16000', '-f', 's16le', 'pipe:1'],
    ],
    options,
  );
  let peak = 0;
  for (let i = 0; i + 1 < stdout.length; i += 2)
    peak = Math.max(peak, Math.abs(stdout.readInt16LE(i)));
  return { peakDb: 20 * Math.log10(peak / 32_768) };
};
