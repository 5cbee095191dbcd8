import { rm } from 'node:fs/promises';

import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { colourTags } from '../ffmpeg/colour-tags';
import type { MediaFacts } from '../ffmpeg/probe';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import type { AssemblyRequest } from './assembly-request';
import { logoFilters, pictureFilters, posterFilters, proofFilters } from './filter-graph';
import { logoPlanesInput, readLogoPlanes, writeLogoPlanes, type LogoPlanes } from './logo-planes';
import { createLogoProof, type LogoProof } from './logo-proof';
import { logoView } from './logo-view';
import { pictureSource, type PictureSource } from './picture-source';
import { soundInput, soundOutput } from './soundtrack';

/** Everything the one encode needs beside the request. */
export interface EncodeParts {
  facts: readonly MediaFacts[];
  frames: number;
  /** Path of the finished sound; null for silence. */
  soundPath: string | null;
  /** Where the master is written, and where files under way may stand beside it. */
  target: string;
  /** Where the poster's frame goes as PNG, and which frame it is. */
  poster: { path: string; frame: number } | null;
}

/**
 * Makes the master in one ffmpeg process and one encode, and compares the logo on every frame before it is encoded.
 *
 * Throws: `MediaToolError` when ffmpeg fails, `RangeError` for a logo that is not of the size of its place.
 */
export const encodeMaster = async (
  request: AssemblyRequest,
  parts: EncodeParts,
  tools: Pick<MediaTools, 'ffmpeg'>,
): Promise<LogoProof | null> => {
  const source = pictureSource(request, parts.facts);
  const logos = await openLogos(request, parts.target);
  try {
    const proof =
      logos.length > 0
        ? createLogoProof(
            logoView(request.logos ?? [], request.size),
            request.logos ?? [],
            logos.map(({ planes }) => planes),
          )
        : null;
    await runTool('ffmpeg', tools.ffmpeg, masterArguments(request, parts, source, logos), {
      input: source.frames,
      signal: request.signal,
      onOutput: proof?.take,
      timeoutMs: 30 * 60_000,
    });
    return proof?.result() ?? null;
  } finally {
    for (const { path } of logos) await rm(path, { force: true });
  }
};

interface OpenLogo {
  planes: LogoPlanes;
  path: string;
}

const openLogos = async ({ logos = [] }: AssemblyRequest, target: string): Promise<OpenLogo[]> => {
  const opened: OpenLogo[] = [];
  for (const [index, logo] of logos.entries()) {
    const planes = await readLogoPlanes(logo.pngPath, logo);
    const path = `${target}.logo${index}`;
    await writeLogoPlanes(planes, path);
    opened.push({ planes, path });
  }
  return opened;
};

const masterArguments = (
  request: AssemblyRequest,
  parts: EncodeParts,
  source: PictureSource,
  logos: readonly OpenLogo[],
): string[] => {
  const { frames, poster, target, soundPath } = parts;
  const graph = decorate(request, source);
  const soundAt = graph.nextInput + logos.length;
  const labels = graph.outputs(poster !== null);
  return [
    ...['-hide_banner', '-nostdin', '-y', ...source.inputs, ...graph.inputs],
    ...logos.flatMap(({ planes, path }) => logoPlanesInput(planes, path)),
    ...soundInput(soundPath),
    ...[
      '-filter_complex',
      [...source.filters, ...graph.filters, ...labels.filters(poster)].join(';'),
    ],
    ...['-map', `[${labels.master}]`, '-map', `${soundAt}:a`],
    ...pictureOutput(request),
    ...soundOutput,
    ...['-t', (frames / framesPerSecond).toFixed(6)],
    ...['-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4', target],
    ...(poster ? ['-map', '[poster]', '-frames:v', '1', '-f', 'image2', poster.path] : []),
    ...(logos.length > 0 ? ['-map', '[proof]', '-frames:v', String(frames), ...rawOutput] : []),
  ];
};

const rawOutput = [
  '-r',
  String(framesPerSecond),
  '-pix_fmt',
  'yuv420p',
  '-f',
  'rawvideo',
  'pipe:1',
];

/** Pictures and logos over the picture, and the branches that leave it: master, poster, proof. */
const decorate = ({ pictures = [], logos = [], size }: AssemblyRequest, source: PictureSource) => {
  const filters: string[] = [];
  let [at, nextInput] = [source.label, source.nextInput];
  pictures.forEach((picture, index) => {
    filters.push(...pictureFilters(picture, nextInput++, at, `shown${index}`));
    at = `shown${index}`;
  });
  if (logos.length > 0) {
    filters.push(`[${at}]split=2[ground][clean]`);
    at = 'ground';
  }
  logos.forEach((logo, index) => {
    filters.push(...logoFilters(logo, nextInput + index, at, `branded${index}`));
    at = `branded${index}`;
  });
  return {
    filters,
    inputs: pictures.flatMap(({ pngPath }) => ['-i', pngPath]),
    nextInput,
    outputs: (withPoster: boolean) => {
      const names = [
        'master',
        ...(withPoster ? ['still'] : []),
        ...(logos.length ? ['shown'] : []),
      ];
      if (names.length === 1) return { master: at, filters: () => [] };
      return {
        master: 'master',
        filters: (poster: EncodeParts['poster']) => [
          `[${at}]split=${names.length}${names.map((name) => `[${name}]`).join('')}`,
          ...(poster ? [posterFilters(poster.frame, 'still')] : []),
          ...(logos.length ? proofFilters(logos, size, 'clean', 'shown') : []),
        ],
      };
    },
  };
};

/** The filters count the frames; `-frames:v` would end the sound too, which runs behind the picture by then. */
const pictureOutput = ({ encode }: AssemblyRequest): string[] => [
  ...['-r', String(framesPerSecond)],
  ...['-c:v', 'libx264', '-preset', encode?.preset ?? 'veryfast'],
  ...['-crf', String(encode?.crf ?? 18), '-pix_fmt', 'yuv420p', '-profile:v', 'high'],
  ...['-g', String(framesPerSecond * 2), ...colourTags],
];
