import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type {
  GuestEntry,
  GuestView,
  guestComment,
  guestDecision,
} from '../../../shared/contracts/review-links';
import { frameSizeOf, framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { JobProducer } from '../jobs/contract';
import type { Author } from '../library/viewer';
import { toMediaRef } from '../stores/asset-rows';
import type { Stores } from '../stores';
import type { LinkRow } from '../stores/review-links';
import type { VersionRow } from '../stores/versions';
import type { VideoRow } from '../stores/video-rows';
import { isApproved } from './approval';
import { hashOf, newSecret, passwordFits } from './guest-secrets';
import type { Remarks } from './remarks';
import type { Review } from './review';

type Needs = Pick<Stores, 'reviewLinks' | 'videos' | 'beats' | 'comments' | 'versions'> & {
  remarks: Remarks;
  review: Review;
  jobs: JobProducer;
};
type Opened = LinkRow & { guest: string };

/** One link writes so many comments at most: it may be passed on to anybody. */
const mostComments = 300;

const authorOf = ({ id, guest, label }: Opened): Author => ({
  actor: `${guest} (${label})`,
  actorKind: 'guest',
  key: `link ${id}`,
});

/** What somebody without an account sees and does through a review link, and nothing beyond it. */
export const createGuestReview = (needs: Needs) => {
  const { reviewLinks, videos, beats, comments, versions, remarks, review, jobs } = needs;

  const refuse = (): never => {
    throw new errors.NotFoundError('This link is not good, or no longer so.');
  };
  const opened = async (session: string): Promise<{ link: Opened; video: VideoRow }> => {
    const link = (await reviewLinks.ofSession(hashOf(session))) ?? refuse();
    const video = (await videos.find(link.video)) ?? refuse();
    return { link, video };
  };

  /** The copy a guest may have: the master once it is approved, the watermarked one before, or none yet. */
  const copyOf = async (video: VideoRow, version: VersionRow | null) => {
    const approved = isApproved(video, await beats.of(video.documentId));
    const file = approved ? (version?.file ?? null) : (version?.proof ?? null);
    if (version && !file) await jobs.ring({ kind: 'video.proof', videoId: video.documentId });
    return { videoUrl: toMediaRef(file)?.url ?? null, watermarked: !approved };
  };

  const view = async (session: string): Promise<GuestView> => {
    const { link, video } = await opened(session);
    const hash = video.inputHash;
    const version = hash ? await versions.ofHash(video.documentId, hash) : null;
    const said = await comments.of(video.documentId);
    return {
      title: video.spec?.title ?? video.prompt.slice(0, 80),
      label: link.label,
      status: video.stage,
      mayApprove: link.mayApprove && video.stage === 'in_review',
      version: version?.number ?? null,
      fps: version?.fps ?? `${framesPerSecond}/1`,
      frames: version?.frames ?? 0,
      ...frameSizeOf(video),
      ...(await copyOf(video, version)),
      beats: (version?.beats ?? []).map(({ name, startFrame, frames }) => ({
        name,
        startFrame,
        frames,
      })),
      comments: said.map((one) => ({
        documentId: one.documentId,
        text: one.text,
        frame: one.frame,
        author: one.author,
        createdAt: one.createdAt,
        parentId: one.parentId,
        resolvedBy: one.resolvedBy,
        version: one.version,
      })),
    };
  };

  return {
    view,

    /** Opens a link. Every try of a password is counted before it is compared; the fifth wrong one locks the link. */
    async open({ token, name, password }: GuestEntry): Promise<{ session: string }> {
      const link = (await reviewLinks.ofToken(hashOf(token))) ?? refuse();
      if (link.passwordHash) {
        if (password === undefined)
          throw new errors.UnauthorizedError('This link asks for a password.');
        if (!(await reviewLinks.takeTry(link.id)))
          throw new errors.RateLimitError(
            'Too many wrong passwords; try again in a quarter of an hour.',
          );
        if (!(await passwordFits(password, link.passwordHash)))
          throw new errors.UnauthorizedError('That is not the password.');
      }
      const session = newSecret();
      await reviewLinks.opened(link.id, { tokenHash: hashOf(session), guest: name });
      return { session };
    },

    async comment(session: string, request: z.infer<typeof guestComment>): Promise<GuestView> {
      const { link, video } = await opened(session);
      const author = authorOf(link);
      if ((await comments.countOf(video.documentId, author.key)) >= mostComments)
        throw new errors.RateLimitError('This link has said all it may.');
      await remarks.on(video, request, author);
      return view(session);
    },

    async decide(
      session: string,
      { decision, ...request }: z.infer<typeof guestDecision>,
    ): Promise<GuestView> {
      const { link, video } = await opened(session);
      if (!link.mayApprove)
        throw new errors.ForbiddenError('This link lets you comment; it does not let you decide.');
      await review.decideOn(video.documentId, decision, request, authorOf(link));
      return view(session);
    },
  };
};
