import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { LogoPosition } from '../../../../shared/contracts/vocabulary';
import { colourTags } from '../ffmpeg/colour-tags';
import { MediaToolError } from '../ffmpeg/media-tool-error';
import { probeMedia, type MediaFacts } from '../ffmpeg/probe';
import { runTool } from '../ffmpeg/run';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import type { Box, Size } from '../stills/still-request';
import type { ToolPaths } from '../tasks';
import { scaledLogoPng } from './composite-logo';
import type { Frame } from './frame-regions';
import { openLogo } from './open-logo';
import { placeLogo } from './place-logo';

/** A logo to be laid over a video that is there already. Units: seconds from its start; `opacity` 0–1. */
export interface LogoOverVideo {
  input: string;
  logo: string;
  folder: string;
  position?: LogoPosition;
  widthRatio?: number;
  marginRatio?: number;
  opacity?: number;
  fromSeconds?: number;
  toSeconds?: number;
  tools: ToolPaths;
}

/** The new video on disk. */
export interface VideoWithLogo extends Size {
  path: string;
  placement: Box & { position: LogoPosition };
}

/** Sound that an MP4 carries as it is; other sound travels in Matroska, so that it need not be encoded again. */
const mp4Sound = ['aac', 'mp3', 'ac3', 'eac3', 'alac'];
/** How many moments of the video the place is judged by. */
const moments = 6;

/**
 * Lays a logo over a video from one time to another; the sound is copied, no frame is added or lost.
 *
 * Throws: `MediaToolError` when it is no video that can be read; `MediaRefusal` when the logo is no picture.
 */
export const logoOverVideo = async (task: LogoOverVideo): Promise<VideoWithLogo> => {
  const { input, folder, tools, opacity } = task;
  const facts = await probeMedia(input, tools);
  const size = shownSize(facts);
  const logo = await openLogo(task.logo);
  const { x, y, width, height, position } = placeLogo({
    frames: await framesOf(task, facts, size),
    frameSize: size,
    variants: [logo.raster],
    preference: task.position ?? null,
    widthRatio: task.widthRatio,
    marginRatio: task.marginRatio,
  });
  const png = path.join(folder, 'logo-over-video.png');
  await writeFile(png, await scaledLogoPng(logo, { width, height }, opacity));
  const isMp4 = facts.audioCodec === null || mp4Sound.includes(facts.audioCodec);
  const output = path.join(folder, `with-logo${isMp4 ? '.mp4' : '.mkv'}`);
  const [from, to] = windowOf(task, facts);
  const shown = `between(t,${from.toFixed(3)},${to.toFixed(3)})`;
  const filters =
    `[0:v:0]scale=${size.width}:${size.height},setsar=1,format=yuv420p[picture];` +
    `[picture][1:v]overlay=${x}:${y}:enable='${shown}'[marked]`;
  await writtenWhenComplete(output, async (partial) => {
    await runTool('ffmpeg', tools.ffmpeg, [
      ...['-hide_banner', '-nostdin', '-y', '-i', input, '-i', png],
      ...['-filter_complex', filters, '-map', '[marked]', '-map', '0:a?', '-c:a', 'copy'],
      // The pictures keep their own times, even or not.
      ...['-vsync', 'passthrough', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18'],
      ...(facts.colorSpace === 'bt709' ? colourTags : []),
      ...(isMp4 ? ['-movflags', '+faststart', '-f', 'mp4'] : ['-f', 'matroska']),
      partial,
    ]);
  });
  return { path: output, ...size, placement: { x, y, width, height, position } };
};

const windowOf = (
  { fromSeconds = 0, toSeconds = Infinity }: LogoOverVideo,
  { durationSeconds }: MediaFacts,
): [from: number, to: number] => {
  if (fromSeconds >= durationSeconds && durationSeconds > 0) {
    const message = `the logo would come after the end: the video lasts ${durationSeconds.toFixed(2)} s`;
    throw new MediaToolError({ tool: 'ffmpeg', code: 'bad-output', message });
  }
  return [fromSeconds, Math.min(toSeconds, durationSeconds + 1)];
};

/** The size as players show it, upright and with square pixels, both sides even. */
const shownSize = ({ width, height, pixelAspect, rotation }: MediaFacts): Size => {
  if (!width || !height) {
    const message = 'the file has no picture that could be read';
    throw new MediaToolError({ tool: 'ffprobe', code: 'bad-output', message });
  }
  const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);
  const upright = { width: even(width * pixelAspect), height: even(height) };
  return rotation % 180 === 0 ? upright : { width: upright.height, height: upright.width };
};

/** Small copies of some moments of the logo's time. */
const framesOf = async (task: LogoOverVideo, facts: MediaFacts, size: Size): Promise<Frame[]> => {
  const scale = Math.min(1, 480 / Math.max(size.width, size.height));
  const [width, height] = [size.width, size.height].map((side) =>
    Math.max(2, Math.round(side * scale)),
  ) as [number, number];
  const [from, to] = windowOf(task, facts);
  const seconds = Math.max(0.1, Math.min(to, facts.durationSeconds) - from);
  const { stdout } = await runTool('ffmpeg', task.tools.ffmpeg, [
    ...['-hide_banner', '-nostdin', '-ss', from.toFixed(3), '-i', task.input, '-map', '0:v:0'],
    ...['-vf', `fps=${(moments / seconds).toFixed(4)},scale=${width}:${height},format=rgb24`],
    ...['-frames:v', String(moments), '-f', 'rawvideo', 'pipe:1'],
  ]);
  const bytes = width * height * 3;
  const frames: Frame[] = [];
  for (let at = 0; at + bytes <= stdout.length; at += bytes)
    frames.push({ rgb: new Uint8Array(stdout.subarray(at, at + bytes)), width, height });
  if (frames.length > 0) return frames;
  const message = 'the video has no frame that could be read';
  throw new MediaToolError({ tool: 'ffmpeg', code: 'bad-output', message });
};
