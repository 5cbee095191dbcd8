import { z } from 'zod';
import { documentId } from './problems';
import { beatCopy } from './spec';
import { cameraMovement, mood, shotType } from './vocabulary';

/** POST /api/video-generations/:id/estimate — what the video still lacks; `beatIds` are to be made anew. */
export const remainingRequest = z.strictObject({
  beatIds: z.array(documentId).max(60).default([]),
});

const beatWords = {
  name: z.string().trim().min(1).max(80),
  action: z.string().trim().min(1).max(400),
  prompt: z.string().trim().min(1).max(1500),
  shotType,
  mood,
  cameraMovement,
};

/** PUT /api/video-generations/:id/beats/:beatId — other words for a beat; it is made again where it was made. */
export const beatEdit = z.strictObject(beatWords).partial();
export type BeatEdit = z.infer<typeof beatEdit>;

/**
 * PUT /api/video-generations/:id/plan — the whole plan before anything of it is paid for, beat by beat in the order they
 * are to have. A beat that is left out is gone; one without `beatId` is new and takes what it does not say from `from`.
 *
 * Units: `durationSeconds` in steps of a frame (1/30 s); together they are exactly the video's length.
 * Shape: `basedOn` is the video's `updatedAt` that the edit started from; a plan changed since then is not overwritten.
 */
export const planEdit = z.strictObject({
  beats: z
    .array(
      z
        .strictObject({
          beatId: documentId.optional(),
          from: documentId.optional(),
          durationSeconds: z.number().min(1).max(60),
          copy: beatCopy.nullable().optional(),
          ...z.strictObject(beatWords).partial().shape,
        })
        .refine(({ beatId, from }) => Boolean(beatId) !== Boolean(from), {
          path: ['beatId'],
          error: 'expected the beat, or with "from" the one a new beat is split from',
        }),
    )
    .min(1)
    .max(60),
  basedOn: z.iso.datetime().optional(),
});
export type PlanEdit = z.infer<typeof planEdit>;
