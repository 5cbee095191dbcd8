import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import { assemble } from './assembly/assemble';
import { checkMaster } from './assembly/check';
import { edgesPng, type EdgePicture } from './analysis/edges';
import { judge as judgePrints, type Verdict } from './likeness/judge';
import {
  measuredPicture,
  type MeasuredPicture,
  type PictureWords,
  type Wanted,
} from './measured-picture';
import { renderClip as render } from './motion/render-clip';
import { writeMusic } from './music/compose-music';
import { drawLogo, overlayOnStill } from './overlay/overlay-on-still';
import { composeStill as compose } from './stills/compose-still';
import type { Still, StillRequest } from './stills/still-request';
import type {
  ClipTask,
  JudgeTask,
  MasterResult,
  MasterTask,
  OverlayResult,
  OverlayTask,
  TaskReply,
} from './tasks';

// The pool has a thread a core; sharp's own threads would only wait for each other.
sharp.concurrency(1);

const spoken = new Set(['MediaRefusal', 'MediaToolError']);

/** Answers with the result, or with the fault in words where the error was written for people. */
const task =
  <Task, Result>(work: (task: Task) => Promise<Result>) =>
  async (given: Task): Promise<TaskReply<Result>> => {
    try {
      return { result: await work(given) };
    } catch (error) {
      if (!(error instanceof Error) || !spoken.has(error.name)) throw error;
      return { fault: { code: (error as Error & { code: string }).code, message: error.message } };
    }
  };

const bytesOf = (input: Uint8Array | string): Promise<Buffer> | Buffer =>
  typeof input === 'string'
    ? readFile(input)
    : Buffer.from(input.buffer, input.byteOffset, input.byteLength);

export const hash = task(async ({ input }: { input: Uint8Array | string }): Promise<string> =>
  createHash('sha256')
    .update(await bytesOf(input))
    .digest('hex'),
);

export const measure = task(
  async ({
    input,
    words,
    wanted,
  }: {
    input: Uint8Array | string;
    words: PictureWords;
    wanted: Wanted;
  }): Promise<MeasuredPicture> => measuredPicture(await bytesOf(input), words, wanted),
);

export const edges = task(async ({ input }: { input: Uint8Array | string }): Promise<EdgePicture> =>
  edgesPng(await bytesOf(input)),
);

export const judge = task(async ({ print, others }: JudgeTask): Promise<(Verdict | null)[]> =>
  others.map((other) => judgePrints(print, other.print, other)),
);

export const composeStill = task((request: StillRequest): Promise<Still> => compose(request));

export const overlayLogo = task((request: OverlayTask): Promise<OverlayResult> =>
  overlayOnStill(request),
);

export const renderClip = task(async ({ tools, ...request }: ClipTask): Promise<null> => {
  await render(request, tools);
  return null;
});

/** Music, the logo at its size, one encode, and a look at what came out. */
export const assembleMaster = task(async (request: MasterTask): Promise<MasterResult> => {
  const { folder, size, clips, tools } = request;
  const inFolder = (name: string) => path.join(folder, name);
  const frames = clips.reduce((sum, clip) => sum + clip.frames, 0);
  const musicPath = inFolder('music.wav');
  await writeMusic({ ...request.music, durationSeconds: frames / framesPerSecond }, musicPath);
  const logos = [];
  for (const [index, { logo, ...window }] of request.logos.entries()) {
    const pngPath = inFolder(`logo-${index}.png`);
    await drawLogo(logo, window, pngPath);
    logos.push({ ...window, pngPath });
  }
  const outputPath = inFolder('master.mp4');
  const poster = { path: inFolder('poster.jpg') };
  await assemble({ size, shots: { clips }, logos, musicPath, outputPath, poster }, tools);
  const report = await checkMaster(outputPath, { size, frames, music: true }, tools);
  return { path: outputPath, posterPath: poster.path, report };
});
