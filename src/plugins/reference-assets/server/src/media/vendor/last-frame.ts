import { access } from 'node:fs/promises';
import { MediaToolError } from '../ffmpeg/media-tool-error';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';

/**
 * Writes the last frame of a clip as PNG; the clip that goes on from it begins with this picture. Returns its path.
 *
 * Throws: `MediaToolError` when the clip has no frame that can be read.
 */
export const lastFrame = async (
  clip: string,
  target: string,
  tools: Pick<MediaTools, 'ffmpeg'>,
): Promise<string> => {
  // Every frame of the last seconds overwrites the one before, so what is left is the very last.
  await runTool('ffmpeg', tools.ffmpeg, [
    ...['-hide_banner', '-nostdin', '-y', '-sseof', '-3', '-i', clip],
    ...['-map', '0:v:0', '-update', '1', '-c:v', 'png', target],
  ]);
  await access(target).catch((cause: unknown) => {
    const message = 'the clip has no frame that could be read';
    throw new MediaToolError({ tool: 'ffmpeg', code: 'bad-output', message, cause });
  });
  return target;
};
