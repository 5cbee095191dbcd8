import { stat } from 'node:fs/promises';

import { isFastStart } from './fast-start';
import { MediaToolError } from './media-tool-error';
import { runTool } from './run';
import type { MediaTools } from './tools';

/** What a media file really contains. */
export interface MediaFacts {
  durationSeconds: number;
  width: number | null;
  height: number | null;
  fps: { numerator: number; denominator: number } | null;
  /** Width to height of one pixel; 1 for square ones. */
  pixelAspect: number;
  /** Degrees by which players turn the picture: 0, 90, 180 or 270. */
  rotation: number;
  /** Number of frames: counted by decoding when asked, else what the container says, else null. */
  frames: number | null;
  videoCodec: string | null;
  pixelFormat: string | null;
  colorSpace: string | null;
  colorRange: string | null;
  audioCodec: string | null;
  sampleRate: number | null;
  channels: number | null;
  sizeBytes: number;
  /** True when the index (`moov`) stands before the media data, so that playing starts at once. */
  faststart: boolean;
}

interface ProbeStream {
  codec_type?: string;
  codec_name?: string;
  width?: number;
  height?: number;
  r_frame_rate?: string;
  sample_aspect_ratio?: string;
  side_data_list?: { rotation?: number }[];
  tags?: { rotate?: string };
  nb_frames?: string;
  nb_read_frames?: string;
  pix_fmt?: string;
  color_space?: string;
  color_range?: string;
  sample_rate?: string;
  channels?: number;
  duration?: string;
}

interface ProbeReply {
  format?: { duration?: string };
  streams?: ProbeStream[];
}

/**
 * Reads the streams, times and layout of a media file.
 *
 * Units:  seconds, px, Hz, bytes.
 * Throws: `MediaToolError` `failed` for a file that is no media, `bad-output` for an unreadable reply.
 */
export const probeMedia = async (
  path: string,
  tools: Pick<MediaTools, 'ffprobe'>,
  options: { countFrames?: boolean; signal?: AbortSignal } = {},
): Promise<MediaFacts> => {
  const counting = options.countFrames ? ['-count_frames'] : [];
  const shown = ['-print_format', 'json', '-show_format', '-show_streams'];
  const { stdout } = await runTool(
    'ffprobe',
    tools.ffprobe,
    ['-v', 'error', ...counting, ...shown, path],
    { signal: options.signal, timeoutMs: 5 * 60_000 },
  );
  const reply = parseReply(stdout.toString('utf8'));
  const video = reply.streams?.find(({ codec_type: type }) => type === 'video');
  const audio = reply.streams?.find(({ codec_type: type }) => type === 'audio');
  return {
    durationSeconds: Number(reply.format?.duration ?? video?.duration ?? 0),
    ...videoFacts(video),
    audioCodec: audio?.codec_name ?? null,
    sampleRate: audio?.sample_rate ? Number(audio.sample_rate) : null,
    channels: audio?.channels ?? null,
    sizeBytes: (await stat(path)).size,
    faststart: await isFastStart(path),
  };
};

const videoFacts = (video: ProbeStream | undefined) => ({
  width: video?.width ?? null,
  height: video?.height ?? null,
  fps: rational(video?.r_frame_rate),
  pixelAspect: pixelAspect(video?.sample_aspect_ratio),
  rotation: rotation(video),
  frames: count(video?.nb_read_frames) ?? count(video?.nb_frames),
  videoCodec: video?.codec_name ?? null,
  pixelFormat: video?.pix_fmt ?? null,
  colorSpace: known(video?.color_space),
  colorRange: known(video?.color_range),
});

const known = (value: string | undefined): string | null =>
  value === undefined || value === 'unknown' ? null : value;

const count = (value: string | undefined): number | null => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : null;
};

const rational = (value: string | undefined): MediaFacts['fps'] => {
  const [numerator, denominator] = (value ?? '').split('/').map(Number);
  return numerator && denominator ? { numerator, denominator } : null;
};

const pixelAspect = (value: string | undefined): number => {
  const ratio = rational(value?.replace(':', '/'));
  return ratio ? ratio.numerator / ratio.denominator : 1;
};

const rotation = (video: ProbeStream | undefined): number => {
  const side = video?.side_data_list?.find((one) => one.rotation !== undefined)?.rotation;
  const degrees = Math.round(Number(side ?? video?.tags?.rotate ?? 0) / 90) * 90;
  return Number.isFinite(degrees) ? ((degrees % 360) + 360) % 360 : 0;
};

const parseReply = (text: string): ProbeReply => {
  try {
    return JSON.parse(text) as ProbeReply;
  } catch (cause) {
    throw new MediaToolError({
      tool: 'ffprobe',
      code: 'bad-output',
      message: 'ffprobe gave an unreadable reply',
      stderrTail: text.slice(-2000),
      cause,
    });
  }
};
