import { errors } from '@strapi/utils';
import type { Decision, DecisionRequest } from '../../../shared/contracts/reviews';
import type { VideoStatus } from '../../../shared/contracts/video-states';
import type { Video } from '../../../shared/contracts/videos';
import { actorOf, authorKeyOf, type Author, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { Approval, BeatRow, VideoRow } from '../stores/video-rows';
import { approvalDigest } from './approval';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { createPlaceComment } from './place-comment';
import { mayFollow } from './stages';

type Needs = Pick<
  Stores,
  'videos' | 'beats' | 'comments' | 'versions' | 'activity' | 'transaction'
> & { browse: BrowseVideos; control: Control };

const stageOf: Record<Decision, VideoStatus> = {
  approve: 'approved',
  request_changes: 'changes_requested',
  reject: 'rejected',
};

const inWords = (stage: VideoStatus): string => stage.replaceAll('_', ' ');
const moved = () => new errors.ApplicationError('The video changed in the meantime; look again.');

/** Editorial review: the decision that lets a video be published or sends beats back, and how it is taken back. */
export const createReview = (needs: Needs) => {
  const { videos, beats, comments, versions, activity, transaction, browse, control } = needs;
  const place = createPlaceComment(needs);

  /** The version that is decided about; a decision about an older one than stands there now is refused. */
  const versionOf = async (video: VideoRow, looked: number | undefined): Promise<number> => {
    const shown = video.inputHash ? await versions.ofHash(video.documentId, video.inputHash) : null;
    const number = shown?.number ?? 0;
    if (looked === undefined || looked === number) return number;
    throw new errors.ApplicationError('There is a newer version; look at that first.', {
      version: number,
    });
  };

  const note = async (
    video: VideoRow,
    text: string,
    wanted: readonly BeatRow[],
    author: Author,
  ) => {
    const only = wanted.length === 1 ? wanted[0].documentId : undefined;
    await comments.add({
      ...(await place(video, { beatId: only })),
      video: video.documentId,
      text,
      author: author.actor,
      authorKey: author.key,
      awaitsVersion: wanted.length > 0,
    });
  };

  const approvalOf = async (video: VideoRow, version: number, by: string): Promise<Approval> => {
    if (!video.video) throw new errors.ApplicationError('There is no video yet to approve.');
    const digest = approvalDigest(video, await beats.of(video.documentId));
    return { version, digest, by, at: new Date().toISOString() };
  };

  const markVersion = async (video: VideoRow, number: number, by: string | null) => {
    const row = await versions.find(video.documentId, number);
    if (row) await versions.update(row.id, { approvedBy: by, approvedAt: by ? new Date() : null });
  };

  /** Decides on a video that the caller has found allowed already. */
  const decideOn = (
    documentId: string,
    decision: Decision,
    request: DecisionRequest,
    author: Author,
  ): Promise<void> =>
    transaction(async () => {
      await videos.lock(documentId);
      const video = (await videos.find(documentId)) as VideoRow;
      const stage = stageOf[decision];
      if (!mayFollow(video.stage, stage))
        throw new errors.ApplicationError(
          `A video that is ${inWords(video.stage)} cannot be ${inWords(stage)}.`,
          { status: video.stage },
        );
      const version = await versionOf(video, request.version);
      const wanted: BeatRow[] = [];
      for (const id of request.beatIds ?? []) wanted.push(await browse.beat(video, id));
      if (request.comment) await note(video, request.comment, wanted, author);
      const approval =
        decision === 'approve' ? await approvalOf(video, version, author.actor) : null;
      if (!(await videos.move(video.id, [video.stage], stage, { approval }))) throw moved();
      if (approval) await markVersion(video, version, author.actor);
      const { actor, actorKind } = author;
      const detail = version > 0 ? `version ${version}` : undefined;
      await activity.add({ actor, actorKind, action: stage, video: documentId, detail });
      if (stage !== 'changes_requested' || wanted.length === 0) return;
      await control.redo({ ...video, stage }, wanted, true);
    });

  return {
    decideOn,

    async decide(
      documentId: string,
      decision: Decision,
      request: DecisionRequest,
      viewer: Viewer,
    ): Promise<Video> {
      await browse.changeable(documentId, viewer);
      const author = { ...actorOf(viewer), key: authorKeyOf(viewer) };
      await decideOn(documentId, decision, request, author);
      return browse.get(documentId, viewer, true);
    },

    /** Takes a decision back: the video is in review again, unless work has begun on it or it is public. */
    async undo(documentId: string, decision: Decision, viewer: Viewer): Promise<Video> {
      await browse.changeable(documentId, viewer);
      await transaction(async () => {
        await videos.lock(documentId);
        const video = (await videos.find(documentId)) as VideoRow;
        const stage = stageOf[decision];
        if (video.stage !== stage)
          throw new errors.ApplicationError(
            `The video is ${inWords(video.stage)}; there is no such decision to take back.`,
            { status: video.stage },
          );
        if (decision === 'approve' && (await videos.findPublished(documentId)))
          throw new errors.ApplicationError('The video is public; take it back first.');
        if (!(await videos.move(video.id, [stage], 'in_review', { approval: null }))) throw moved();
        if (video.approval) await markVersion(video, video.approval.version, null);
        const action = `undone_${stage}`;
        await activity.add({ ...actorOf(viewer), action, video: documentId });
      });
      return browse.get(documentId, viewer, true);
    },
  };
};
export type Review = ReturnType<typeof createReview>;
