import type { BriefEntities, VideoSpec } from '../../../shared/contracts/spec';
import type { AspectRatio, AssetType, ShotType } from '../../../shared/contracts/vocabulary';
import type { Inquiry, PaidReply } from './inquiry';

/**
 * A picture to be looked at: a bounded copy, never the original.
 *
 * Shape: `bytes` a JPEG or PNG of `mime`, long side at most 1024 px.
 */
export interface PictureQuestion {
  bytes: Uint8Array;
  mime: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  /** ISO 639-1 code of the language the words are wanted in. */
  language: string;
}

/** What a model sees in a picture, in the library's vocabulary. */
export interface PictureWords {
  altText: string;
  caption: string;
  assetType: AssetType;
  /** 0–1. */
  confidence: number;
  primaryObject: string | null;
  styleTags: string[];
  recommendedShotTypes: ShotType[];
  usageContexts: string[];
  /** Words that stand in the picture, as written; null when there are none. */
  visibleText: string | null;
  logo: { isLogo: boolean; confidence: number; reason: string };
}

/** Looks at pictures; an answer can be read without the picture it is about. */
export interface PictureAnalyst extends Inquiry<PictureQuestion, PictureWords> {
  read(reply: PaidReply): PictureWords;
}

/** Frames of a generated clip, beside each other in one picture, and the brand's true logo where one is known. */
export interface MarkQuestion {
  frames: Pick<PictureQuestion, 'bytes' | 'mime'>;
  logo: Pick<PictureQuestion, 'bytes' | 'mime'> | null;
}

/** What a model drew of brand marks: none, as they are, or garbled. */
export interface MarkVerdict {
  verdict: 'none' | 'intact' | 'garbled';
  reason: string;
}

/** Looks for marks that a video model drew by itself. */
export type MarkInspector = Inquiry<MarkQuestion, MarkVerdict>;

/** An asset the user wants in the video. */
export interface ChosenAsset {
  name: string;
  role: AssetType;
  description: string | null;
}

/** A brief to plan. Units: `durationSeconds` 5–60. */
export interface PlanQuestion {
  prompt: string;
  durationSeconds: number;
  aspectRatio: AspectRatio;
  chosen: readonly ChosenAsset[];
  /** How the brand speaks, in a sentence. */
  tone?: string;
  /** What the brief was found to speak of, where somebody read it before. */
  entities?: BriefEntities;
}
export type BriefPlanner = Inquiry<PlanQuestion, VideoSpec>;

/** Names what a brief speaks of. */
export type EntityFinder = Inquiry<{ prompt: string }, BriefEntities>;

/** What is checked before anything is generated from it. Shape: pictures as in {@link PictureQuestion}. */
export interface ModerationRequest {
  text: string;
  images: readonly Pick<PictureQuestion, 'bytes' | 'mime'>[];
}

/** Free of charge at the vendors we know. Throws: `ProviderError`. */
export interface Moderator {
  readonly provider: string;
  /** `categories` names what was found, the gravest first. */
  moderate(
    request: ModerationRequest,
    signal?: AbortSignal,
  ): Promise<{ flagged: boolean; categories: string[] }>;
}
