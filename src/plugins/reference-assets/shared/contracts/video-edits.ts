import { z } from 'zod';
import { documentId } from './problems';
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
 * PUT /api/video-generations/:id/plan — the whole plan before anything of it is paid for, beat by beat in their order.
 *
 * Units: `durationSeconds` in steps of a frame (1/30 s); together they are exactly the video's length.
 */
export const planEdit = z.strictObject({
  beats: z
    .array(
      z.strictObject({
        beatId: documentId,
        durationSeconds: z.number().min(1).max(60),
        ...z.strictObject(beatWords).partial().shape,
      }),
    )
    .min(1)
    .max(60),
});
export type PlanEdit = z.infer<typeof planEdit>;
