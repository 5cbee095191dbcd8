import { rm } from 'node:fs/promises';

import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { probeMedia, type MediaFacts } from '../ffmpeg/probe';
import type { MediaTools } from '../ffmpeg/tools';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import type { Mp4Tracks } from '../mp4/read-tracks';
import {
  demandPossible,
  shotLengths,
  type AssemblyRequest,
  type ClipShot,
} from './assembly-request';
import { copyMaster, hasMasterColours, mayCopy, readClips } from './copy-master';
import { encodeMaster } from './encode-master';
import type { LogoProof } from './logo-proof';
import { frameOfClips, middleOfLongestShot, writePoster } from './poster';
import { writeSoundtrack, type HeardClip } from './soundtrack';

type Tools = Pick<MediaTools, 'ffmpeg' | 'ffprobe'>;

/** A master on disk. */
export interface Master {
  path: string;
  frames: number;
  durationSeconds: number;
  posterPath: string | null;
  /** Whether the clips' picture was taken over without an encode. */
  copied: boolean;
  /** What was seen of the logo before the encode; null without one. */
  logoProof: LogoProof | null;
  /** Whether there is anything to be heard: music, or the sound of a clip. */
  hasSound: boolean;
}

/**
 * Makes the master of a video: shots, label, logo, music, exact length, poster, in one encode, or in none where the
 * clips can follow each other as they are.
 *
 * Shape:  H.264 yuv420p BT.709 at 30 fps, AAC 48 kHz stereo, index first; as many frames as the shots together.
 * Throws: `RangeError` for an impossible request, `MediaToolError` when ffmpeg fails; no file is left behind then.
 */
export const assemble = async (request: AssemblyRequest, tools: Tools): Promise<Master> => {
  demandPossible(request);
  const lengths = shotLengths(request);
  const frames = lengths.reduce((sum, length) => sum + length, 0);
  const made = await writtenWhenComplete(request.outputPath, async (target) => {
    const [soundPath, posterPng] = [`${target}.wav`, `${target}.png`];
    try {
      return await make(request, { frames, lengths, target, soundPath, posterPng }, tools);
    } finally {
      await rm(soundPath, { force: true });
      await rm(posterPng, { force: true });
    }
  });
  return {
    path: request.outputPath,
    frames,
    durationSeconds: frames / framesPerSecond,
    posterPath: request.poster?.path ?? null,
    ...made,
  };
};

interface Places {
  frames: number;
  lengths: readonly number[];
  target: string;
  soundPath: string;
  posterPng: string;
}

const make = async (request: AssemblyRequest, places: Places, tools: Tools) => {
  const { lengths, target } = places;
  const clips = 'clips' in request.shots ? request.shots.clips : [];
  const tracks = await readClips(clips);
  const asTheyAre = mayCopy(request, tracks);
  const facts = asTheyAre ? [] : await probeAll(clips, request, tools);
  const heard = heardClips(clips, tracks, facts);
  const hasSound =
    (request.musicPath !== undefined || heard.length > 0) &&
    (await writeSoundtrack(request, heard, places.frames, tools, places.soundPath));
  const soundPath = hasSound ? places.soundPath : null;
  const posterFrame = request.poster?.frame ?? middleOfLongestShot(lengths);

  if (asTheyAre) {
    // The colours are asked for while the copy is made already: nearly always they are the master's.
    const [fits, , poster] = await Promise.all([
      hasMasterColours(clips[0]!, request, tools),
      copyMaster(request, clips, soundPath, target, tools),
      request.poster ? frameOfClips(clips, posterFrame, tools, request) : null,
    ]);
    if (fits) {
      if (request.poster && poster) await writePoster(poster, request.poster.path);
      return { copied: true, logoProof: null, hasSound };
    }
  }
  const poster = request.poster ? { path: places.posterPng, frame: posterFrame } : null;
  const known = asTheyAre ? await probeAll(clips, request, tools) : facts;
  const parts = { facts: known, frames: places.frames, soundPath, target, poster };
  const logoProof = await encodeMaster(request, parts, tools);
  if (request.poster) await writePoster(places.posterPng, request.poster.path);
  return { copied: false, logoProof, hasSound };
};

const probeAll = (
  clips: readonly ClipShot[],
  { signal }: AssemblyRequest,
  tools: Tools,
): Promise<MediaFacts[]> =>
  Promise.all(clips.map(({ path }) => probeMedia(path, tools, { signal })));

/** The clips whose own sound is heard, at their places on the master. */
const heardClips = (
  clips: readonly ClipShot[],
  tracks: readonly (Mp4Tracks | null)[],
  facts: readonly MediaFacts[],
): HeardClip[] => {
  let fromFrame = 0;
  return clips.flatMap(({ path, frames, sound = true }, index) => {
    const clip = { path, frames, fromFrame };
    fromFrame += frames;
    const hasSound = facts[index] ? facts[index].audioCodec !== null : tracks[index]?.hasSound;
    return sound && hasSound ? [clip] : [];
  });
};
