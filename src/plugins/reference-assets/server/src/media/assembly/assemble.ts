import { rm } from 'node:fs/promises';

import sharp from 'sharp';

import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { colourTags, markColours } from '../ffmpeg/colour-tags';
import { probeMedia } from '../ffmpeg/probe';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import { cameraFrames, rawFrameInput, type MovingStill } from '../motion/camera-frames';
import { demandPossible, shotLengths, type AssemblyRequest, type Master } from './assembly-request';
import { clipFilters, logoFilters, masterSampleRate, musicFilters } from './filter-graph';

type Tools = Pick<MediaTools, 'ffmpeg' | 'ffprobe'>;

/**
 * Makes the master of a video in one ffmpeg process and one encode: shots, logo, music, exact length, poster.
 *
 * Shape:  H.264 yuv420p BT.709 at 30 fps, AAC 48 kHz stereo, index first; as many frames as the shots together.
 * Throws: `RangeError` for an impossible request, `MediaToolError` when ffmpeg fails; no file is left behind then.
 */
export const assemble = async (request: AssemblyRequest, tools: Tools): Promise<Master> => {
  demandPossible(request);
  const frames = shotLengths(request).reduce((sum, length) => sum + length, 0);
  const picture = await pictureSource(request, tools);
  const graph = withLogos(request, picture);
  const sound = withSound(request, graph.nextInput, frames);
  const poster = request.poster && posterBranch(request, graph.label);
  const filters = [
    ...picture.filters,
    ...graph.filters,
    ...sound.filters,
    ...(poster?.filters ?? []),
  ];

  await writtenWhenComplete(request.outputPath, async (partial) => {
    const posterPart = `${partial}.png`;
    const args = [
      ...['-hide_banner', '-nostdin', '-y', ...picture.inputs, ...graph.inputs, ...sound.inputs],
      ...['-filter_complex', filters.join(';')],
      ...masterOutput(request, poster?.master ?? graph.label, frames),
      partial,
      ...(poster ? ['-map', '[poster]', '-frames:v', '1', '-f', 'image2', posterPart] : []),
    ];
    try {
      await runTool('ffmpeg', tools.ffmpeg, args, {
        input: picture.frames,
        signal: request.signal,
      });
      if (request.poster) await writePoster(posterPart, request.poster.path);
    } finally {
      await rm(posterPart, { force: true });
    }
  });
  return {
    path: request.outputPath,
    frames,
    durationSeconds: frames / framesPerSecond,
    posterPath: request.poster?.path ?? null,
  };
};

interface PictureSource {
  inputs: string[];
  filters: string[];
  label: string;
  nextInput: number;
  frames?: AsyncIterable<Uint8Array>;
}

const pictureSource = async (request: AssemblyRequest, tools: Tools): Promise<PictureSource> => {
  const { shots, size, aspectMismatch = 'fit', signal } = request;
  if ('stills' in shots) {
    return {
      inputs: rawFrameInput(size, framesPerSecond),
      filters: [`[0:v]${markColours},setsar=1[cut]`],
      label: 'cut',
      nextInput: 1,
      frames: allFrames(shots.stills, size),
    };
  }
  const facts = await Promise.all(
    shots.clips.map(({ path }) => probeMedia(path, tools, { signal })),
  );
  const filters = shots.clips.map(
    (clip, index) =>
      `[${index}:v]${clipFilters(clip, facts[index]!, size, aspectMismatch)}[shot${index}]`,
  );
  const labels = shots.clips.map((_, index) => `[shot${index}]`).join('');
  filters.push(`${labels}concat=n=${shots.clips.length}:v=1:a=0,${markColours}[cut]`);
  return {
    inputs: shots.clips.flatMap(({ path }) => ['-i', path]),
    filters,
    label: 'cut',
    nextInput: shots.clips.length,
  };
};

async function* allFrames(
  stills: MovingStill[],
  size: AssemblyRequest['size'],
): AsyncGenerator<Uint8Array> {
  for (const still of stills) yield* cameraFrames(still, size);
}

const withLogos = ({ logos = [] }: AssemblyRequest, source: PictureSource) => {
  let label = source.label;
  const filters: string[] = [];
  logos.forEach((logo, index) => {
    filters.push(...logoFilters(logo, source.nextInput + index, label, `branded${index}`));
    label = `branded${index}`;
  });
  return {
    inputs: logos.flatMap(({ pngPath }) => ['-i', pngPath]),
    filters,
    label,
    nextInput: source.nextInput + logos.length,
  };
};

const withSound = ({ musicPath }: AssemblyRequest, input: number, frames: number) => ({
  inputs: musicPath
    ? ['-i', musicPath]
    : ['-f', 'lavfi', '-i', `anullsrc=r=${masterSampleRate}:cl=stereo`],
  filters: [musicFilters(input, frames)],
});

const posterBranch = (request: AssemblyRequest, label: string) => {
  const frame = request.poster?.frame ?? middleOfLongestShot(shotLengths(request));
  return {
    master: 'master',
    filters: [
      `[${label}]split=2[master][still]`,
      `[still]trim=start_frame=${frame}:end_frame=${frame + 1},setpts=PTS-STARTPTS,` +
        'scale=in_color_matrix=bt709:in_range=tv,format=rgb24[poster]',
    ],
  };
};

const middleOfLongestShot = (lengths: number[]): number => {
  const longest = lengths.indexOf(Math.max(...lengths));
  const before = lengths.slice(0, longest).reduce((sum, length) => sum + length, 0);
  return before + Math.floor((lengths[longest] ?? 0) / 2);
};

const masterOutput = (request: AssemblyRequest, label: string, frames: number): string[] => [
  ...['-map', `[${label}]`, '-map', '[sound]'],
  ...['-frames:v', String(frames), '-r', String(framesPerSecond)],
  ...['-c:v', 'libx264', '-preset', request.encode?.preset ?? 'veryfast'],
  ...['-crf', String(request.encode?.crf ?? 18), '-pix_fmt', 'yuv420p', '-profile:v', 'high'],
  ...['-g', String(framesPerSecond * 2), ...colourTags],
  ...['-c:a', 'aac', '-b:a', '160k', '-ar', String(masterSampleRate), '-ac', '2'],
  ...['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4'],
];

const writePoster = async (png: string, target: string): Promise<void> => {
  await writtenWhenComplete(target, async (partial) => {
    await sharp(png).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toFile(partial);
  });
};
