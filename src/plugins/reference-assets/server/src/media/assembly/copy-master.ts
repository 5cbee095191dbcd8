import { rm, writeFile } from 'node:fs/promises';

import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { probeMedia } from '../ffmpeg/probe';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import { readTracks, type Mp4Tracks } from '../mp4/read-tracks';
import type { AssemblyRequest, ClipShot } from './assembly-request';
import { isAlreadyMaster } from './fit-clip';
import { soundInput, soundOutput } from './soundtrack';

/**
 * Whether clips may follow each other as they are: nothing is laid over them, each has exactly its frames at the
 * master's pace, and one decoder's setup serves all. Colours are left to {@link hasMasterColours}.
 */
export const mayCopy = (
  { shots, logos = [], pictures = [], size }: AssemblyRequest,
  tracks: readonly (Mp4Tracks | null)[],
): boolean => {
  if (!('clips' in shots) || logos.length + pictures.length > 0) return false;
  if (shots.clips.some(({ transition }) => transition && transition.kind !== 'cut')) return false;
  const first = tracks[0]?.video ?? null;
  return shots.clips.every((clip, index) => {
    const video = tracks[index]?.video ?? null;
    return (
      first !== null &&
      video !== null &&
      video.decoderSetup.equals(first.decoderSetup) &&
      video.width === size.width &&
      video.height === size.height &&
      video.evenFps === framesPerSecond &&
      video.frames === clip.frames
    );
  });
};

/** Reads what is in each clip that is an MP4; null for others. */
export const readClips = (clips: readonly ClipShot[]): Promise<(Mp4Tracks | null)[]> =>
  Promise.all(clips.map(({ path }) => readTracks(path).catch(() => null)));

/** Whether a clip's pixels are the master's own; the clips that share its decoder's setup share this too. */
export const hasMasterColours = async (
  clip: ClipShot,
  { size, signal }: Pick<AssemblyRequest, 'size' | 'signal'>,
  tools: Pick<MediaTools, 'ffprobe'>,
): Promise<boolean> => isAlreadyMaster(await probeMedia(clip.path, tools, { signal }), size);

/**
 * Joins clips without decoding them, with the master's sound beside them.
 *
 * Throws: `MediaToolError` when ffmpeg fails.
 */
export const copyMaster = async (
  { signal }: Pick<AssemblyRequest, 'signal'>,
  clips: readonly ClipShot[],
  soundPath: string | null,
  target: string,
  tools: Pick<MediaTools, 'ffmpeg'>,
): Promise<void> => {
  const list = `${target}.list`;
  const seconds = clips.reduce((sum, { frames }) => sum + frames, 0) / framesPerSecond;
  await writeFile(list, listing(clips));
  try {
    await runTool(
      'ffmpeg',
      tools.ffmpeg,
      [
        ...['-hide_banner', '-nostdin', '-y', '-f', 'concat', '-safe', '0', '-i', list],
        ...[...soundInput(soundPath), '-map', '0:v:0', '-map', '1:a:0', '-c:v', 'copy'],
        ...[...soundOutput, '-t', seconds.toFixed(6)],
        ...['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4', target],
      ],
      { signal },
    );
  } finally {
    await rm(list, { force: true });
  }
};

/** The list that ffmpeg's concat reader takes; a clip whose sound is longer than its picture must not delay the next. */
const listing = (clips: readonly ClipShot[]): string =>
  [
    'ffconcat version 1.0',
    ...clips.flatMap(({ path, frames }) => [
      `file '${path.replaceAll("'", "'\\''")}'`,
      `duration ${(frames / framesPerSecond).toFixed(6)}`,
    ]),
  ].join('\n');
