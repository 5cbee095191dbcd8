import { MediaToolError } from '../ffmpeg/media-tool-error';
import { probeMedia } from '../ffmpeg/probe';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';

const shown = 3;
/** Box of one frame, so that the strip's long side stays within 1024 px. */
const [long, short] = [576, 340];

/**
 * Frames from the beginning, the middle and the end of a clip, side by side along its short side, as one JPEG.
 *
 * Units:  long side at most 1024 px.
 * Throws: `MediaToolError` when the clip has no frame that can be read.
 */
export const clipStrip = async (
  clip: string,
  tools: Pick<MediaTools, 'ffmpeg' | 'ffprobe'>,
): Promise<Buffer> => {
  const { durationSeconds, rotation, ...facts } = await probeMedia(clip, tools);
  const sides = [facts.width ?? long, facts.height ?? short];
  const [width, height] = (rotation % 180 === 0 ? sides : sides.reverse()) as [number, number];
  const isWide = width >= height;
  const fit = Math.min((isWide ? long : short) / width, (isWide ? short : long) / height);
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * fit) / 2));
  const { stdout } = await runTool('ffmpeg', tools.ffmpeg, [
    ...['-hide_banner', '-nostdin', '-i', clip, '-map', '0:v:0', '-vf'],
    `fps=${shown}/${Math.max(0.1, durationSeconds).toFixed(3)}:round=near,` +
      `scale=${even(width)}:${even(height)},setsar=1,tile=${isWide ? `1x${shown}` : `${shown}x1`}`,
    ...['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p'],
    ...['-f', 'image2pipe', 'pipe:1'],
  ]);
  if (stdout.length > 0) return stdout;
  const message = 'the clip has no frame that could be read';
  throw new MediaToolError({ tool: 'ffmpeg', code: 'bad-output', message });
};
