import Piscina from 'piscina';
import type { AssetType, LogoPosition, Mood, ShotType } from '../../../shared/contracts/vocabulary';
import { StepFailure } from '../errors';
import type { BoundedCopy } from './bounded-copy';
import type { ControlPicture, GreyPicture } from './control-picture';
import type { Verdict } from './likeness/judge';
import type { MeasuredPicture, PictureWords, Wanted } from './measured-picture';
import type {
  ClipTask,
  JudgeTask,
  MasterTask,
  MasterResult,
  OverlayResult,
  OverlayTask,
  TaskReply,
  TaskName,
  WatermarkTask,
} from './tasks';
import type { CredentialPaths } from './disclosure/c2pa/signer';
import type { LogoOverVideo, VideoWithLogo } from './overlay/logo-over-video';
import type { Still, StillRequest } from './stills/still-request';
import { findMediaTools, type MediaTools } from './ffmpeg/tools';
import type { RefusalCode } from './refusal';
import { messageOf } from '../../../shared/message-of';

export type { ControlPicture } from './control-picture';
export type { Print } from './likeness/print';
export type { PixelClass, Verdict } from './likeness/judge';
export type { MeasuredPicture, PictureWords, Wanted } from './measured-picture';
export type { AssetType, LogoPosition, Mood, ShotType };

const refusals: ReadonlySet<string> = new Set<RefusalCode>([
  'empty',
  'not-an-image',
  'unsupported',
  'too-large',
  'truncated',
  'damaged',
  'unsafe-svg',
]);

/** Bytes that crossed a thread arrive as plain arrays; this gives them their methods back, without a copy. */
const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export interface MediaWorkerOptions {
  workerFile: string;
  threads: number;
  ffmpegPath?: string;
  ffprobePath?: string;
  /** Certificate and key that works are signed with. */
  credentials?: CredentialPaths | null;
}

/**
 * Pixels and frames on threads of their own, so that the thread that answers HTTP never waits for them.
 *
 * Throws: `StepFailure` with the code and message of a refusal or of a media tool; anything else is a defect.
 */
export const createMediaWorker = ({
  workerFile,
  threads,
  ffmpegPath,
  ffprobePath,
  credentials = null,
}: MediaWorkerOptions) => {
  const pool = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
  });
  let found: Promise<MediaTools> | undefined;

  const run = async <Result>(name: TaskName, task: unknown): Promise<Result> => {
    const reply = (await pool.run(task, { name })) as TaskReply<Result>;
    if ('result' in reply) return reply.result;
    throw new StepFailure(reply.fault.code, reply.fault.message);
  };

  /** Looks for ffmpeg once; a failed look is repeated at the next call, when somebody may have installed it. */
  const tools = (): Promise<MediaTools> => {
    found ??= findMediaTools({ ffmpeg: ffmpegPath, ffprobe: ffprobePath }).catch(
      (error: unknown) => {
        found = undefined;
        throw error;
      },
    );
    return found;
  };
  const toolPaths = async () => {
    const { ffmpeg, ffprobe } = await tools();
    return { ffmpeg, ffprobe };
  };

  return {
    /** SHA-256 of the bytes, hex. */
    hash: (input: Buffer | string): Promise<string> => run('hash', { input }),

    /** Everything that is measured of a picture. */
    async measure(
      input: Buffer | string,
      words: PictureWords,
      wanted: Wanted = {},
    ): Promise<MeasuredPicture> {
      const picture = await run<MeasuredPicture>('measure', { input, words, wanted });
      return { ...picture, thumbnail: asBuffer(picture.thumbnail) };
    },

    /** What a picture is to each of some others, in their order. */
    judge: (task: JudgeTask): Promise<(Verdict | null)[]> => run('judge', task),

    /** The copy of a picture that a model may be shown. */
    async copyBounded(input: Buffer | string): Promise<BoundedCopy> {
      const copy = await run<BoundedCopy>('copyBounded', { input });
      return { ...copy, bytes: asBuffer(copy.bytes) };
    },

    /** Outlines of a picture that guide a generating model. */
    async controlPicture(
      input: Buffer | string,
      kind: 'canny' | 'soft-edge',
    ): Promise<ControlPicture> {
      const drawn = await run<ControlPicture>('drawControl', { input, kind });
      return { ...drawn, png: asBuffer(drawn.png) };
    },

    /** Grey pixels as a PNG. */
    async greyPicture(grey: GreyPicture): Promise<ControlPicture> {
      const drawn = await run<ControlPicture>('drawGrey', grey);
      return { ...drawn, png: asBuffer(drawn.png) };
    },

    async composeStill(request: StillRequest): Promise<Still> {
      const still = await run<Still>('composeStill', request);
      return { ...still, png: asBuffer(still.png) };
    },

    async overlayLogo(task: OverlayTask): Promise<OverlayResult> {
      const result = await run<OverlayResult>('overlayLogo', task);
      return { ...result, png: asBuffer(result.png) };
    },

    async renderClip(task: Omit<ClipTask, 'tools'>): Promise<void> {
      await run('renderClip', { ...task, tools: await toolPaths() });
    },

    async watermark(task: Omit<WatermarkTask, 'tools'>): Promise<void> {
      await run('watermark', { ...task, tools: await toolPaths() });
    },

    /** A copy of a video with a logo over it; the sound as it was. */
    async logoOverVideo(task: Omit<LogoOverVideo, 'tools'>): Promise<VideoWithLogo> {
      return run('logoOverVideo', { ...task, tools: await toolPaths() });
    },

    async assembleMaster(task: Omit<MasterTask, 'tools' | 'credentials'>): Promise<MasterResult> {
      return run('assembleMaster', { ...task, credentials, tools: await toolPaths() });
    },

    /** A picture as vendors take it; returns the path of the copy, `target` with its extension. */
    sendablePicture: (task: {
      source: string;
      target: string;
      maxPixels: number;
    }): Promise<string> => run('sendablePicture', task),

    /** A vendor's still, PNG of exactly the frame. */
    async fitPicture(task: {
      source: string;
      size: { width: number; height: number };
    }): Promise<Buffer> {
      return asBuffer(await run<Buffer>('fitPicture', task));
    },

    /** The last frame of a clip as a PNG at `target`; returns that path. */
    async lastFrame(task: { clip: string; target: string }): Promise<string> {
      return run('lastFrame', { ...task, tools: await toolPaths() });
    },

    /** Frames of a clip side by side, a JPEG of at most 1024 px. */
    async clipStrip(clip: string): Promise<Buffer> {
      const strip: Uint8Array = await run('clipStrip', { clip, tools: await toolPaths() });
      // A buffer that crossed a thread arrives as plain bytes.
      return Buffer.from(strip.buffer, strip.byteOffset, strip.byteLength);
    },

    /** Whether a failure's code says that the file is no picture we take, rather than that something broke. */
    isRefusal: (code: string): boolean => refusals.has(code),

    /** Versions of the tools, or why there are none. */
    async tools(): Promise<{ ffmpeg: string | null; ffprobe: string | null; reason?: string }> {
      try {
        const { ffmpeg, ffprobe, version, source } = await tools();
        return { ffmpeg: `${version} (${source}: ${ffmpeg})`, ffprobe };
      } catch (error) {
        return {
          ffmpeg: null,
          ffprobe: null,
          reason: messageOf(error),
        };
      }
    },

    close: (): Promise<void> => pool.destroy(),
  };
};
export type MediaWorker = ReturnType<typeof createMediaWorker>;
