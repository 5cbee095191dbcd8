import { z } from 'zod';
import { documentId } from './problems';
import type { ReviewComment } from './reviews';
import type { VideoStatus } from './video-states';

const text = z.string().trim().min(1).max(4000);

/** The least and the longest a review link is good for. Units: days. */
const linkDays = z.number().int().min(1).max(90);

/** POST /reference-assets/videos/:id/links (admin) */
export const linkRequest = z.strictObject({
  label: z.string().trim().min(1).max(100),
  days: linkDays.default(14),
  password: z.string().min(8).max(200).optional(),
  mayApprove: z.boolean().default(false),
});
export type LinkRequest = z.infer<typeof linkRequest>;

export interface ReviewLink {
  id: string;
  label: string;
  mayApprove: boolean;
  hasPassword: boolean;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastSeenAt: string | null;
}
/** The reply to a new link: the only time its address is told. */
export interface NewReviewLink extends ReviewLink {
  path: string;
}

/** POST /api/video-reviews/sessions — a guest opens a link. */
export const guestEntry = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'expected the token of a review link'),
  name: z.string().trim().min(1).max(80),
  password: z.string().max(200).optional(),
});
export type GuestEntry = z.infer<typeof guestEntry>;
export const guestSession = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** POST /api/video-reviews/comments */
export const guestComment = z.strictObject({
  text,
  frame: z.number().int().min(0).optional(),
  parentId: documentId.optional(),
});
/** POST /api/video-reviews/decisions */
export const guestDecision = z.strictObject({
  decision: z.enum(['approve', 'request_changes']),
  comment: text.optional(),
  version: z.number().int().positive(),
});

/** GET /api/video-reviews/current — all a guest is shown; nothing in it names the clean master before approval. */
export interface GuestView {
  title: string;
  label: string;
  status: VideoStatus;
  mayApprove: boolean;
  version: number | null;
  fps: string;
  frames: number;
  width: number;
  height: number;
  /** Null while the copy for review is being prepared. */
  videoUrl: string | null;
  watermarked: boolean;
  beats: { name: string; startFrame: number; frames: number }[];
  comments: Pick<
    ReviewComment,
    'documentId' | 'text' | 'frame' | 'author' | 'createdAt' | 'parentId' | 'resolvedBy' | 'version'
  >[];
}
