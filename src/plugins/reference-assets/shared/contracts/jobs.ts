import { z } from 'zod';
import { documentId } from './problems';

/** Every job: ids only; the handler reads the row again and skips when nothing is left to do. */
export const jobData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asset.analyse'), assetId: documentId }),
  z.object({ kind: z.literal('asset.compare'), assetId: documentId }),
  z.object({ kind: z.literal('video.plan'), videoId: documentId }),
  z.object({ kind: z.literal('beat.storyboard'), videoId: documentId, beatId: documentId }),
  z.object({ kind: z.literal('beat.overlay'), videoId: documentId, beatId: documentId }),
  z.object({ kind: z.literal('beat.animate'), videoId: documentId, beatId: documentId }),
  z.object({ kind: z.literal('video.assemble'), videoId: documentId }),
  z.object({ kind: z.literal('library.import'), importId: z.uuid() }),
  z.object({ kind: z.literal('video.proof'), videoId: documentId }),
  z.object({ kind: z.literal('video.music'), videoId: documentId }),
  z.object({ kind: z.literal('logo.apply'), copyId: z.uuid() }),
  z.object({ kind: z.literal('vendor.call'), callId: z.uuid() }),
  z.object({ kind: z.literal('notice.deliver'), deliveryId: z.uuid() }),
  z.object({ kind: z.literal('library.reconcile') }),
]);
export type Job = z.infer<typeof jobData>;
export type JobKind = Job['kind'];

/** The one name of a job: ringing twice for the same work is ringing once. */
export const jobKey = (job: Job): string => {
  if ('beatId' in job) return `${job.kind}.${job.beatId}`;
  if ('videoId' in job) return `${job.kind}.${job.videoId}`;
  if ('importId' in job) return `${job.kind}.${job.importId}`;
  if ('copyId' in job) return `${job.kind}.${job.copyId}`;
  if ('callId' in job) return `${job.kind}.${job.callId}`;
  if ('deliveryId' in job) return `${job.kind}.${job.deliveryId}`;
  return 'assetId' in job ? `${job.kind}.${job.assetId}` : job.kind;
};
