import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import { colourTags, markColours } from '../ffmpeg/colour-tags';
import { cameraFrames, demandDrawable, rawFrameInput, type MovingStill } from './camera-frames';

/** A clip to be made from one still. */
export interface ClipRequest extends MovingStill {
  size: { width: number; height: number };
  outputPath: string;
  signal?: AbortSignal;
}

/** A clip on disk. */
export interface Clip {
  path: string;
  frames: number;
}

/**
 * Renders a still as a clip of exactly the asked number of frames with the beat's camera movement.
 *
 * The clip is an intermediate: fast to write and visually lossless (x264 crf 12), so that the master is the only
 * encode that costs quality. No audio. 30 frames a second, H.264, BT.709.
 *
 * Throws: `MediaToolError` when ffmpeg fails, `RangeError` for an impossible size or length.
 */
export const renderClip = async (
  request: ClipRequest,
  tools: Pick<MediaTools, 'ffmpeg'>,
): Promise<Clip> => {
  const { size, outputPath, frames, signal } = request;
  demandDrawable(frames, size);
  await writtenWhenComplete(outputPath, (partial) =>
    runTool(
      'ffmpeg',
      tools.ffmpeg,
      [
        ...['-hide_banner', '-nostdin', '-y', ...rawFrameInput(size, framesPerSecond)],
        ...['-vf', markColours, '-frames:v', String(frames), '-an'],
        ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '12', '-pix_fmt', 'yuv420p'],
        ...[...colourTags, '-movflags', '+faststart', '-f', 'mp4', partial],
      ],
      { input: cameraFrames(request, size), signal },
    ),
  );
  return { path: outputPath, frames };
};
