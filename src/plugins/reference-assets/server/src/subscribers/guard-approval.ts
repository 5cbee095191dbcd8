import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { videoStatus, type VideoStatus } from '../../../shared/contracts/video-states';
import { uids } from '../constants';
import { currentViewer } from '../controllers/viewer';
import { actorOf, systemActor } from '../library/viewer';
import type { Stores } from '../stores';
import type { VideoRow } from '../stores/video-rows';
import { demandApproved } from '../video/approval';
import { changedContent } from '../video/changed-content';
import { mayFollow } from '../video/stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'activity'>;
interface Params {
  documentId?: string;
  status?: string;
  data?: Record<string, unknown> & { stage?: unknown };
}

/** Decisions have routes and permissions of their own; no editor of rows stands in for them. */
const decided: readonly VideoStatus[] = ['approved', 'rejected', 'changes_requested'];

const demandStage = (row: VideoRow, given: unknown): void => {
  if (given === undefined || given === row.stage) return;
  const to = videoStatus.safeParse(given);
  if (to.success && !decided.includes(to.data) && mayFollow(row.stage, to.data)) return;
  throw new errors.ValidationError(
    `A video that is ${row.stage.replaceAll('_', ' ')} cannot be made "${String(given)}" here. Approving, rejecting and sending back are done in its review.`,
    { errors: [{ path: ['stage'], message: 'not allowed', name: 'ValidationError' }] },
  );
};

/**
 * Keeps an approval true on every path that uses documents, the Content Manager's among them: only what was approved
 * is published, a change of it takes the approval away, and nobody writes an approval by hand.
 */
export const guardApproval = (strapi: Core.Strapi, { videos, beats, activity }: Needs): void => {
  const publishing = async (documentId: string | undefined): Promise<void> => {
    const row = documentId ? await videos.find(documentId) : null;
    demandApproved(row, row ? await beats.of(row.documentId) : []);
  };

  const withdraw = async (row: VideoRow, changed: string[]): Promise<void> => {
    const viewer = currentViewer(strapi);
    const withdrawn = row.stage === 'approved';
    await activity.add({
      ...(viewer ? actorOf(viewer) : systemActor),
      action: withdrawn ? 'approval_withdrawn' : 'edited',
      video: row.documentId,
      detail: changed.join(', '),
    });
  };

  strapi.documents.use(async (context, next) => {
    if (context.uid !== uids.video) return next();
    const params = context.params as Params;
    const { action } = context;
    const isPublished = params.status === 'published';
    if (params.data) delete params.data.approval;
    if (action === 'publish' || (isPublished && ['create', 'update', 'clone'].includes(action)))
      await publishing(params.documentId);
    if (action === 'create' && decided.includes(params.data?.stage as VideoStatus))
      throw new errors.ValidationError('A new video has no review to have passed.');
    if (action === 'clone')
      params.data = { ...params.data, stage: 'in_review', approval: null, idempotencyKey: null };
    const row =
      action === 'update' && params.documentId ? await videos.find(params.documentId) : null;
    if (!row || !params.data) return next();
    demandStage(row, params.data.stage);
    const changed = changedContent(row, params.data);
    if (changed.length === 0) return next();
    if (isPublished)
      throw new errors.ApplicationError(
        'A change takes the approval away: save it, and publish after the next approval.',
      );
    if (row.stage === 'approved')
      params.data = { ...params.data, stage: 'in_review', approval: null };
    const result = await next();
    await withdraw(row, changed);
    return result;
  });
};
