import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { constants, getPriority, platform, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import sharp from 'sharp';
import { makeMaster } from './assembly/make-master';
import { boundedCopy, type BoundedCopy } from './bounded-copy';
import { controlPicture, greyPng, type ControlPicture, type GreyPicture } from './control-picture';
import { judge as judgePrints, type Verdict } from './likeness/judge';
import {
  measuredPicture,
  type MeasuredPicture,
  type PictureWords,
  type Wanted,
} from './measured-picture';
import { renderClip as render } from './motion/render-clip';
import {
  logoOverVideo as layOverVideo,
  type LogoOverVideo,
  type VideoWithLogo,
} from './overlay/logo-over-video';
import { overlayOnStill } from './overlay/overlay-on-still';
import { watermark as mark } from './proof/watermark';
import { composeStill as compose } from './stills/compose-still';
import { movingDepths } from './stills/moving-depths';
import type { Still, StillRequest } from './stills/still-request';
import { clipStrip as takeStrip } from './vendor/clip-strip';
import { lastFrame as takeLastFrame } from './vendor/last-frame';
import { fitPicture as fit, sendablePicture as makeSendable } from './vendor/pictures';
import type {
  ClipTask,
  JudgeTask,
  MasterResult,
  MasterTask,
  OverlayResult,
  OverlayTask,
  TaskReply,
  ToolPaths,
  WatermarkTask,
} from './tasks';

// The pool has a thread a core; sharp's own threads would only wait for each other.
sharp.concurrency(1);

// Who answers requests goes first. On Linux a priority is a thread's own; elsewhere it would be the whole process's.
if (!isMainThread && platform() === 'linux')
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));

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

export const judge = task(async ({ print, others }: JudgeTask): Promise<(Verdict | null)[]> =>
  others.map((other) => judgePrints(print, other.print, other)),
);

export const copyBounded = task(
  async ({ input }: { input: Uint8Array | string }): Promise<BoundedCopy> =>
    boundedCopy(await bytesOf(input)),
);

export const drawControl = task(
  async ({
    input,
    kind,
  }: {
    input: Uint8Array | string;
    kind: 'canny' | 'soft-edge';
  }): Promise<ControlPicture> => controlPicture(await bytesOf(input), kind),
);

export const drawGrey = task(
  async ({ grey, width, height }: GreyPicture): Promise<ControlPicture> => ({
    png: await greyPng(grey, width, height),
    width,
    height,
  }),
);

export const composeStill = task((request: StillRequest): Promise<Still> => compose(request));

export const overlayLogo = task((request: OverlayTask): Promise<OverlayResult> =>
  overlayOnStill(request),
);

export const renderClip = task(
  async ({ tools, size, outputPath, ...still }: ClipTask): Promise<null> => {
    await render({ ...movingDepths(still), size, outputPath }, tools);
    return null;
  },
);

export const watermark = task(async (request: WatermarkTask): Promise<null> => {
  await mark(request);
  return null;
});

export const logoOverVideo = task((request: LogoOverVideo): Promise<VideoWithLogo> =>
  layOverVideo(request),
);

export const assembleMaster = task((request: MasterTask): Promise<MasterResult> =>
  makeMaster(request),
);

export const sendablePicture = task(
  (request: { source: string; target: string; maxPixels: number }) => makeSendable(request),
);

export const fitPicture = task(
  ({ source, size }: { source: string; size: { width: number; height: number } }) =>
    fit(source, size),
);

export const lastFrame = task(
  async ({ clip, target, tools }: { clip: string; target: string; tools: ToolPaths }) =>
    takeLastFrame(clip, target, tools),
);

export const clipStrip = task(async ({ clip, tools }: { clip: string; tools: ToolPaths }) =>
  takeStrip(clip, tools),
);
