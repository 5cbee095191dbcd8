import { z } from 'zod';
import type { Asset, MediaRef } from './assets';
import { documentId } from './problems';
import { assetType } from './vocabulary';

/** What a person changes about what a beat is made of, one thing at a time. */
export const beatChange = z.discriminatedUnion('do', [
  /** This asset, in the role it has. */
  z.strictObject({ do: z.literal('use'), assetId: documentId }),
  /** What the matcher chose stays, whatever is planned anew. */
  z.strictObject({ do: z.literal('pin'), role: assetType }),
  /** The matcher may choose again. */
  z.strictObject({ do: z.literal('unpin'), role: assetType }),
  /** No asset in this role. */
  z.strictObject({ do: z.literal('leave-out'), role: assetType }),
  /** Never this asset in this beat; where it was chosen, the next best takes its place. */
  z.strictObject({ do: z.literal('exclude'), assetId: documentId }),
  /** Takes an exclusion back. */
  z.strictObject({ do: z.literal('allow'), assetId: documentId }),
  /** An earlier take, with the words and assets it was made of. */
  z.strictObject({ do: z.literal('take'), takeId: documentId }),
  /** What is stale is made again of what there is now. */
  z.strictObject({ do: z.literal('refresh') }),
]);
export type BeatChange = z.infer<typeof beatChange>;

/** POST /api/video-generations/:id/beats/:beatId/changes/quote — what a change would cost, with all the master then lacks. */
export const changeQuoteRequest = z.strictObject({ change: beatChange });

/** POST /api/video-generations/:id/beats/:beatId/changes — with the price that was shown, a higher one is refused. */
export const changeRequest = z.strictObject({
  change: beatChange,
  quotedUsd: z.number().min(0).optional(),
});
export type ChangeRequest = z.infer<typeof changeRequest>;

/** One still that a beat had. */
export interface Take {
  documentId: string;
  number: number;
  createdAt: string;
  still: MediaRef | null;
  stillWithLogo: MediaRef | null;
  action: string;
  /** Names of the assets it was made of. */
  assets: string[];
  model: string;
  /** Whether it is the one the beat shows now. */
  current: boolean;
}

/** What a storyboard tells of a beat beside the beat itself. */
export interface BeatBoard {
  beatId: string;
  /** What was made of another input than the beat has now; `reason` where it cannot even be made any more. */
  stale: { still: boolean; clip: boolean; overlay: boolean; reason: string | null };
  excluded: Asset[];
  /** Newest first. */
  takes: Take[];
  /** The order under way with a vendor. */
  order: {
    provider: string;
    model: string;
    step: string;
    state: string;
    attempt: number;
    since: string;
    error: { code: string; message: string } | null;
  } | null;
}

/** GET /api/video-generations/:id/board */
export interface Board {
  beats: BeatBoard[];
}
