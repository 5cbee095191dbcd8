import type { Shortage } from '../../../shared/contracts/money';
import type { Disclosure } from '../../../shared/contracts/disclosure';
import type { ScoreParts } from '../../../shared/contracts/matching';
import type { QualityReport } from '../../../shared/contracts/quality';
import type { BeatStatus, VideoStatus } from '../../../shared/contracts/video-states';
import type { LogoStyle } from '../../../shared/contracts/logo';
import type { BeatCopy, Transition, VideoSpec } from '../../../shared/contracts/spec';
import type {
  AspectMismatch,
  AspectRatio,
  AssetType,
  CameraMovement,
  LogoPosition,
  Mood,
  QualityTier,
  Resolution,
  ShotType,
  StopPoint,
} from '../../../shared/contracts/vocabulary';
import type { FileRow } from './media-files';

/** What went wrong with a step, as it is shown to people. */
export interface StepError {
  code: string;
  message: string;
  step?: string;
  /** By how much an account did not cover it. */
  shortage?: Shortage;
  /** Since when it has been so, where that counts. */
  since?: string;
}

/** What exactly was approved, by whom: `digest` covers everything that makes the video what it is. */
export interface Approval {
  version: number;
  digest: string;
  by: string;
  at: string;
}

/** A row of `reference_asset_videos`; the draft row is the one that is worked on. */
export interface VideoRow {
  id: number;
  documentId: string;
  prompt: string;
  durationSeconds: number;
  aspectRatio: AspectRatio;
  resolution: Resolution | null;
  aspectMismatch: AspectMismatch | null;
  logoStyle: LogoStyle | null;
  label: string | null;
  qualityTier: QualityTier;
  stage: VideoStatus;
  stopAfter: StopPoint;
  referenceAssetIds: string[] | null;
  spec: VideoSpec | null;
  customReferenceMapping: Record<string, string[]> | null;
  imageModelUsed: string | null;
  videoModelUsed: string | null;
  estimatedCostUsd: number | null;
  actualCostUsd: number | null;
  models: { image?: string; video?: string; music?: string } | null;
  allowFallback: boolean | null;
  music: FileRow | null;
  musicHash: string | null;
  video: FileRow | null;
  poster: FileRow | null;
  captions: FileRow | null;
  disclosure: Disclosure | null;
  qualityReport: QualityReport | null;
  approval: Approval | null;
  owner: string | null;
  error: StepError | null;
  inputHash: string | null;
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** An asset chosen for a role, by document id. */
export interface StoredReference {
  assetId: string;
  score: number;
  reasons: string[];
  parts?: ScoreParts;
  alternatives: { assetId: string; score: number; reasons: string[]; parts?: ScoreParts }[];
  manual: boolean;
}
export type StoredReferences = Partial<Record<AssetType, StoredReference | null>>;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where things stand on a still, in px of the frame. */
export interface StillLayout {
  productBox: Box | null;
  /** Where people and props are seen. */
  companionBoxes?: Box[];
  /** Room kept for words by whoever composed the still. */
  copyBox?: Box | null;
  logo?: LogoLayout | null;
  copy?: CopyLayout | null;
  /** Small print of the brand. */
  legal?: CopyLayout | null;
}

/** One of the clips that follow each other in a beat longer than its model makes. */
export interface ClipPart {
  hash: string;
  fileId: number;
  frames: number;
}

/** Models that stand in for those of the tier on one beat, and why. */
export interface StandIns {
  still?: string;
  clip?: string;
  because?: string;
}

/**
 * A logo's place in a beat.
 *
 * Units: `opacity` 0–1, 1 when absent; frames of the beat, the whole of it when absent.
 */
export interface LogoLayout extends Box {
  assetId: string;
  position: LogoPosition;
  opacity?: number;
  fromFrame?: number;
  toFrame?: number;
}

/** A beat's words in their place, as `media/copy` draws them. Units: frames of the beat. */
export interface CopyLayout extends Box {
  headline: SetLine | null;
  button: (SetLine & { fill: Rgb; ink: Rgb }) | null;
  align: 'left' | 'centre';
  ink: Rgb;
  veil: number;
  inset: number;
  contrast: number;
  fromFrame: number;
  toFrame: number;
  fadeFrames: number;
}

interface SetLine {
  words: string;
  sizePx: number;
  widthPx: number;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** A row of `reference_asset_beats`. */
export interface BeatRow {
  id: number;
  documentId: string;
  video: string;
  order: number;
  name: string;
  startSeconds: number;
  durationSeconds: number;
  startFrame: number;
  frames: number;
  shotType: ShotType;
  action: string;
  mood: Mood;
  cameraMovement: CameraMovement;
  prompt: string;
  roles: unknown;
  copy: BeatCopy | null;
  transition: Transition | null;
  references: StoredReferences | null;
  confidence: number | null;
  still: FileRow | null;
  stillWithLogo: FileRow | null;
  clips: FileRow[];
  clipParts: ClipPart[] | null;
  standIns: StandIns | null;
  layout: StillLayout | null;
  notes: string[] | null;
  state: BeatStatus;
  stillHash: string | null;
  overlayHash: string | null;
  clipHash: string | null;
  take: number;
  clipTake: number | null;
  attempts: number;
  costUsd: number | null;
  error: StepError | null;
}
