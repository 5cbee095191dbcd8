import type { CameraMovement, LogoPosition, Mood } from '../../../shared/contracts/vocabulary';
import type { QualityReport } from './assembly/check';
import type { Print } from './likeness/print';
import type { LogoPlacement } from './overlay/place-logo';
import type { Box } from './stills/still-request';

/** What the threads can do; see `worker.ts`. */
export type TaskName =
  | 'hash'
  | 'measure'
  | 'edges'
  | 'judge'
  | 'composeStill'
  | 'overlayLogo'
  | 'renderClip'
  | 'assembleMaster';

/** How a task ends: an error that crossed a thread would lose its name and code. */
export type TaskReply<Result> = { result: Result } | { fault: { code: string; message: string } };

export interface ToolPaths {
  ffmpeg: string;
  ffprobe: string;
}

interface Size {
  width: number;
  height: number;
}

/** A picture to hold against others; `search` says which are also looked at as parts or wholes of it. */
export interface JudgeTask {
  print: Print;
  others: { print: Print; search: boolean }[];
}

/** A logo on a still: which of its forms, and where, is for the placement to find. */
export interface OverlayTask {
  still: string;
  /** Paths of the logo's forms, the chosen one first. */
  logos: string[];
  preference: LogoPosition | null;
  /** Most of the frame's width the logo takes, 0–0.5; unset: the placement's own default. */
  widthRatio?: number;
  avoid: Box[];
}
export interface OverlayResult {
  placement: LogoPlacement;
  png: Buffer;
}

/** One clip of one still. */
export interface ClipTask {
  still: string;
  movement: CameraMovement;
  mood: Mood;
  frames: number;
  size: Size;
  outputPath: string;
  tools: ToolPaths;
}

/** A whole master: clips, the logo over some frames, music to be composed. */
export interface MasterTask {
  size: Size;
  clips: { path: string; frames: number }[];
  logos: (Box & { fromFrame: number; toFrame: number; logo: string })[];
  music: { mood: Mood; seed: string };
  folder: string;
  tools: ToolPaths;
}
export interface MasterResult {
  path: string;
  posterPath: string;
  report: QualityReport;
}
