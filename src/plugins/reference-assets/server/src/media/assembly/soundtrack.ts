import { writeFile } from 'node:fs/promises';

import { decodeSound } from '../sound/decode-sound';
import type { MediaTools } from '../ffmpeg/tools';
import { masterSound } from '../sound/master-sound';
import { mixSound } from '../sound/mix-sound';
import { peakOf, soundRate } from '../sound/sound';
import { toWav } from '../music/wav';
import type { AssemblyRequest } from './assembly-request';
import { samplesOf } from './filter-graph';

/** A clip's sound and the frames of the master it belongs to. */
export interface HeardClip {
  path: string;
  fromFrame: number;
  frames: number;
}

/**
 * Writes the master's sound: clips at their places, music beneath, at the master's loudness; false when all is silent.
 *
 * Throws: `MediaToolError` when a sound cannot be decoded.
 */
export const writeSoundtrack = async (
  { musicPath, signal }: Pick<AssemblyRequest, 'musicPath' | 'signal'>,
  heard: readonly HeardClip[],
  frames: number,
  tools: Pick<MediaTools, 'ffmpeg'>,
  outputPath: string,
): Promise<boolean> => {
  const samples = samplesOf(frames);
  const decode = (path: string, most: number) => decodeSound(path, most, tools, { signal });
  const [music, ...sounds] = await Promise.all([
    musicPath ? decode(musicPath, samples) : null,
    ...heard.map((clip) => decode(clip.path, samplesOf(clip.frames))),
  ]);
  const placed = heard.map(({ fromFrame, frames: length }, index) => ({
    sound: sounds[index]!,
    fromSample: samplesOf(fromFrame),
    toSample: samplesOf(fromFrame + length),
  }));
  const mix = mixSound(samples, placed, music);
  if (peakOf(mix) === 0) return false;
  masterSound(mix);
  await writeFile(outputPath, toWav(mix.left, mix.right, soundRate));
  return true;
};

/** ffmpeg's input of the sound: what was written, or silence. */
export const soundInput = (path: string | null): string[] =>
  path ? ['-i', path] : ['-f', 'lavfi', '-i', `anullsrc=r=${soundRate}:cl=stereo`];

/** Output options of the one sound track of every master. */
export const soundOutput: readonly string[] = [
  ...['-c:a', 'aac', '-b:a', '192k', '-cutoff', '20000', '-ar', String(soundRate), '-ac', '2'],
];
