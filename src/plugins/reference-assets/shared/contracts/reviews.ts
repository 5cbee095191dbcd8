import { z } from 'zod';
import type { MediaRef } from './assets';
import { documentId, paging } from './problems';

/** Colours a reviewer draws in, by name; the panel decides how each looks. */
export const inkColors = ['red', 'yellow', 'green', 'blue', 'white'] as const;

/** 0 to 1 across the picture's width or down its height, to a ten-thousandth: exact to the pixel of any master. */
const share = z
  .number()
  .min(0)
  .max(1)
  .transform((value) => Math.round(value * 10_000) / 10_000);

/** A line drawn on the picture; `width` is a share of the picture's width. */
export const stroke = z.strictObject({
  color: z.enum(inkColors),
  width: z.number().min(0.001).max(0.05),
  points: z
    .array(z.tuple([share, share]))
    .min(1)
    .max(500),
});

const mostPoints = 4000;

/** A drawing on a frame: vectors only, so that it fits every size and holds no code. */
export const drawing = z
  .strictObject({ strokes: z.array(stroke).min(1).max(60) })
  .refine(({ strokes }) => strokes.reduce((sum, one) => sum + one.points.length, 0) <= mostPoints, {
    message: `a drawing has ${mostPoints} points at most`,
    path: ['strokes'],
  });
export type Drawing = z.infer<typeof drawing>;

const text = z.string().trim().min(1).max(4000);

/**
 * POST /api/video-generations/:id/comments — `frame` counts from 0 at the master's rational fps, `frameEnd` is the last
 * frame of a range; a reply (`parentId`) stands where the comment it answers stands.
 */
export const commentRequest = z
  .strictObject({
    text,
    frame: z.number().int().min(0).optional(),
    frameEnd: z.number().int().min(0).optional(),
    beatId: documentId.optional(),
    drawing: drawing.optional(),
    parentId: documentId.optional(),
    /** Ids of admin users who are to look. */
    mentions: z.array(z.number().int().positive()).max(20).optional(),
  })
  .refine(({ frame, frameEnd }) => frameEnd === undefined || (frame ?? Infinity) <= frameEnd, {
    message: 'expected a range that begins with "frame" and does not end before it',
    path: ['frameEnd'],
  })
  .refine((one) => one.drawing === undefined || one.frame !== undefined, {
    message: 'a drawing needs the frame it is drawn on',
    path: ['drawing'],
  });
export type CommentRequest = z.infer<typeof commentRequest>;

/** POST /api/video-generations/:id/comments/:commentId/regenerate — the price that was shown; a higher one is refused. */
export const answerRequest = z.strictObject({ quotedUsd: z.number().min(0) });

/**
 * POST /api/video-generations/:id/beats/:beatId/regenerate — with `quotedUsd` it is refused where it costs more by now
 * than what was shown.
 */
export const regenerateRequest = z.strictObject({ quotedUsd: z.number().min(0).optional() });

export const decisions = ['approve', 'request_changes', 'reject'] as const;
export type Decision = (typeof decisions)[number];

/** POST /api/video-generations/:id/decisions/:decision — `version` is the one that was looked at. */
export const decisionRequest = z.strictObject({
  comment: text.optional(),
  beatIds: z.array(documentId).max(60).optional(),
  version: z.number().int().positive().optional(),
});
export type DecisionRequest = z.infer<typeof decisionRequest>;

/** POST /api/video-generations/:id/reviews — any decision in one request. */
export const reviewRequest = decisionRequest.extend({ decision: z.enum(decisions) });
export type ReviewRequest = z.infer<typeof reviewRequest>;

/** Somebody of the admin panel who can be asked to look. */
export interface Mention {
  id: number;
  name: string;
}

export interface ReviewComment {
  documentId: string;
  text: string;
  frame: number | null;
  frameEnd: number | null;
  fps: string;
  beatId: string | null;
  drawing: Drawing | null;
  parentId: string | null;
  mentions: Mention[];
  /** The version of the master it speaks about; null when there was none yet. */
  version: number | null;
  author: string;
  createdAt: string;
  /** Whether a beat is being made again because of it; the version that comes of it resolves the comment. */
  awaitsVersion: boolean;
  /** Who resolved it, in words; null while it is open. */
  resolvedBy: string | null;
  resolvedVersion: number | null;
  resolvedAt: string | null;
}

/** GET /api/video-generations/:id/versions — one master that was assembled; newest first. */
export interface VideoVersion {
  number: number;
  createdAt: string;
  frames: number;
  fps: string;
  file: MediaRef | null;
  poster: MediaRef | null;
  /** Whether it is the one under review now. */
  current: boolean;
  approved: boolean;
  published: boolean;
}

/** GET /api/video-generations/:id/beats/:beatId/regenerate-quote */
export interface BeatQuote {
  estimatedCostUsd: number;
}

/** GET /api/video-generations/:id/activity · /api/reference-assets/:id/activity */
export const activityList = paging;

/** Who did what, when. */
export interface ActivityEntry {
  id: string;
  at: string;
  actor: string;
  actorKind: 'admin' | 'token' | 'user' | 'anyone' | 'guest' | 'system';
  action: string;
  /** More about it, in a few words: a beat's name, a version's number. */
  detail: string | null;
}
