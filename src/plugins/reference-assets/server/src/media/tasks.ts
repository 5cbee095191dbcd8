import type { BeatCopy, Transition } from '../../../shared/contracts/spec';
import type {
  AspectMismatch,
  CameraMovement,
  LogoPosition,
  Mood,
} from '../../../shared/contracts/vocabulary';
import type { QualityReport } from './assembly/check';
import type { PromisedProduct } from './assembly/check-products';
import type { CopyLayout } from './copy/copy-layout';
import type { CopyFaces } from './copy/place-copy';
import type { CredentialPaths } from './disclosure/c2pa/signer';
import type { Provenance } from './disclosure/xmp';
import type { Print } from './likeness/print';
import type { LogoPlacement } from './overlay/place-logo';
import type { ShotMotion } from './overlay/shot-frames';
import type { Box, Rgb, StillRequest } from './stills/still-request';

/** What the threads can do; see `worker.ts`. */
export type TaskName =
  | 'hash'
  | 'measure'
  | 'judge'
  | 'copyBounded'
  | 'drawControl'
  | 'drawGrey'
  | 'composeStill'
  | 'overlayLogo'
  | 'renderClip'
  | 'assembleMaster'
  | 'sendablePicture'
  | 'fitPicture'
  | 'lastFrame'
  | 'clipStrip'
  | 'watermark'
  | 'logoOverVideo';

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

/** A still for review: the logo and the words where they will stand on the master. */
export interface OverlayTask {
  still: string;
  /** Paths of the logo's forms, the chosen one first; none: words alone. */
  logos: string[];
  preference: LogoPosition | null;
  /** Most of the frame's width the logo takes, 0–0.5; unset: the placement's own default. */
  widthRatio?: number;
  marginRatio?: number;
  /** 0–1, 1 unless told. */
  opacity?: number;
  productBox: Box | null;
  /** People and props on the still. */
  companionBoxes: Box[];
  /** How the still will be moved; null when a model makes the movement. */
  motion: ShotMotion | null;
  copy: BeatCopy | null;
  /** Room kept for the words. */
  copyBox: Box | null;
  palette: Rgb[];
  beatFrames: number;
  /** Small print for the foot of the frame. */
  legal?: readonly string[];
  typefaces?: CopyFaces;
}
export interface OverlayResult {
  placement: LogoPlacement | null;
  copy: CopyLayout | null;
  legal: CopyLayout | null;
  /** Why words are left out. */
  notes: string[];
  png: Buffer;
}

/** A still and how a camera goes over it. */
export interface StillMovement {
  still: string;
  movement: CameraMovement;
  mood: Mood;
  frames: number;
  /** What the still was composed from; then its depths move by themselves. */
  scene?: StillRequest;
}

/** One clip of one still. */
export interface ClipTask extends StillMovement {
  size: Size;
  outputPath: string;
  tools: ToolPaths;
}

/** A copy of a master with words over every frame. */
export interface WatermarkTask {
  input: string;
  outputPath: string;
  size: Size;
  words: string;
  tools: ToolPaths;
}

/** A whole master: clips, the logo over some frames, and music: composed here, or a file. */
export interface MasterTask {
  size: Size;
  clips: MasterClip[];
  logos: (Box & { fromFrame: number; toFrame: number; logo: string; opacity?: number })[];
  /** Words in their places; their frames are the master's. */
  words?: CopyLayout[];
  /** Words that stand small on every frame. */
  label?: string | null;
  music: { mood: Mood; seed: string } | { path: string } | null;
  aspectMismatch?: AspectMismatch;
  /** Which frame the poster shows; the middle of the longest shot unless told. */
  posterFrame?: number;
  /** What the master's and the poster's metadata say about their making. */
  provenance: Provenance;
  /** With them the master is signed. */
  credentials?: CredentialPaths | null;
  folder: string;
  tools: ToolPaths;
}

/** A clip of any kind and the frames it fills. */
export interface MasterClip {
  path: string;
  frames: number;
  /** Whether its own sound is heard, where it has any; yes unless told. */
  sound?: boolean;
  /** Whether its picture may stand still from end to end. */
  mayRest?: boolean;
  transition?: Transition | null;
  /** The product that it has to show. */
  product?: PromisedProduct | null;
  /** What it was made of, where this machine made it. */
  drawn?: StillMovement;
}
export interface MasterResult {
  path: string;
  posterPath: string;
  report: QualityReport;
  /** Whether the clips' picture was taken over without an encode. */
  copied: boolean;
}
