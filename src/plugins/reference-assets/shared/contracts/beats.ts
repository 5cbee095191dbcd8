import type { z } from 'zod';
import type { Asset, MediaRef } from './assets';
import type { ScoreParts } from './matching';
import type { BeatCopy, Transition } from './spec';
import type { BeatStatus } from './video-states';
import type { AssetType, shotType } from './vocabulary';

/** What a beat uses in one role, and what else it could use. */
export interface Reference<A = Asset> {
  asset: A;
  score: number;
  reasons: string[];
  /** What its score is made of; beats planned by older code have none. */
  parts?: ScoreParts;
  alternatives: { asset: A; score: number; reasons: string[]; parts?: ScoreParts }[];
  manual: boolean;
}
export type References<A = Asset> = Partial<Record<AssetType, Reference<A> | null>>;

export interface Beat {
  documentId: string;
  order: number;
  name: string;
  startSeconds: number;
  durationSeconds: number;
  shotType: z.infer<typeof shotType>;
  action: string;
  mood: string;
  cameraMovement: string;
  prompt: string;
  status: BeatStatus;
  confidence: number | null;
  references: References;
  still: MediaRef | null;
  stillWithLogo: MediaRef | null;
  clips: MediaRef[];
  notes: string[];
  copy: BeatCopy | null;
  transition: Transition | null;
  attempts: number;
  costUsd: number;
  error: { code: string; message: string } | null;
}
