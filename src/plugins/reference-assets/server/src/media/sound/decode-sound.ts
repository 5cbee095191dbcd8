import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import { soundRate, type Sound } from './sound';

const bytesPerSample = 8;

/**
 * Decodes the first sound track of a file as stereo at 48 kHz, at most `maxSamples` of it.
 *
 * Throws: `MediaToolError` when there is none or it cannot be decoded.
 */
export const decodeSound = async (
  path: string,
  maxSamples: number,
  tools: Pick<MediaTools, 'ffmpeg'>,
  options: { signal?: AbortSignal } = {},
): Promise<Sound> => {
  const { stdout } = await runTool(
    'ffmpeg',
    tools.ffmpeg,
    [
      ...['-hide_banner', '-nostdin', '-vn', '-i', path, '-map', '0:a:0'],
      // A track that starts later than its picture keeps that distance; one that starts earlier is cut.
      ...['-af', `aresample=${soundRate}:async=1:first_pts=0`, '-ac', '2'],
      ...['-t', (maxSamples / soundRate).toFixed(6), '-f', 'f32le', 'pipe:1'],
    ],
    { ...options, maxOutputBytes: (maxSamples + soundRate) * bytesPerSample },
  );
  return fromInterleaved(stdout, maxSamples);
};

/** Splits interleaved 32-bit samples into sides, cut to `maxSamples`; what is no number counts as silence. */
export const fromInterleaved = (bytes: Buffer, maxSamples: number): Sound => {
  const length = Math.min(maxSamples, Math.floor(bytes.length / bytesPerSample));
  const [left, right] = [new Float32Array(length), new Float32Array(length)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sample = (offset: number) => view.getFloat32(offset, true) || 0;
  for (let i = 0, o = 0; i < length; i++, o += bytesPerSample) {
    left[i] = sample(o);
    right[i] = sample(o + 4);
  }
  return { left, right };
};
