import sharp from 'sharp';

import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import type { ClipShot } from './assembly-request';

/** The frame a poster shows unless told: the middle of the longest shot. */
export const middleOfLongestShot = (lengths: readonly number[]): number => {
  const longest = lengths.indexOf(Math.max(...lengths));
  const before = lengths.slice(0, longest).reduce((sum, length) => sum + length, 0);
  return before + Math.floor((lengths[longest] ?? 0) / 2);
};

/** Writes a frame as the poster, a JPEG. */
export const writePoster = async (png: string | Buffer, target: string): Promise<void> => {
  await writtenWhenComplete(target, async (partial) => {
    await sharp(png).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toFile(partial);
  });
};

/** The PNG of one frame of clips that are joined as they are. */
export const frameOfClips = async (
  clips: readonly ClipShot[],
  frame: number,
  tools: Pick<MediaTools, 'ffmpeg'>,
  options: { signal?: AbortSignal },
): Promise<Buffer> => {
  let within = frame;
  const clip = clips.find(({ frames }) => within < frames || ((within -= frames), false));
  if (!clip) throw new RangeError(`the video has no frame ${frame}`);
  // Half a frame early, so that rounding never skips the frame itself.
  const at = Math.max(0, (within - 0.5) / framesPerSecond);
  const { stdout } = await runTool(
    'ffmpeg',
    tools.ffmpeg,
    [
      ...['-hide_banner', '-nostdin', '-ss', at.toFixed(6), '-i', clip.path, '-frames:v', '1'],
      ...['-vf', 'scale=in_color_matrix=bt709:in_range=tv,format=rgb24'],
      ...['-f', 'image2pipe', '-c:v', 'png', 'pipe:1'],
    ],
    options,
  );
  return stdout;
};
