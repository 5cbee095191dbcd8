import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import type {
  LinkRequest,
  NewReviewLink,
  ReviewLink,
} from '../../../shared/contracts/review-links';
import { actorOf, nameOf, type Viewer } from '../library/viewer';
import type { JobProducer } from '../jobs/contract';
import type { Stores } from '../stores';
import type { LinkRow } from '../stores/review-links';
import type { BrowseVideos } from './browse-videos';
import { hashOf, hashPassword, newSecret } from './guest-secrets';

type Needs = Pick<Stores, 'reviewLinks' | 'activity'> & {
  browse: BrowseVideos;
  jobs: JobProducer;
  /** Path of the page that guests open. */
  page: string;
};

const toLink = ({ video: _video, passwordHash: _hash, ...link }: LinkRow): ReviewLink => link;

/** Review links for people without an account: made, listed and ended. */
export const createShare = ({ reviewLinks, activity, browse, jobs, page }: Needs) => ({
  async list(documentId: string, viewer: Viewer): Promise<ReviewLink[]> {
    await browse.changeable(documentId, viewer);
    return (await reviewLinks.of(documentId)).map(toLink);
  },

  /**
   * Makes a link. Its token stands behind the `#`, which browsers send to nobody, so no log of any server has it; it
   * is told once and kept as a hash.
   */
  async create(documentId: string, request: LinkRequest, viewer: Viewer): Promise<NewReviewLink> {
    await browse.changeable(documentId, viewer);
    const token = newSecret();
    const row = await reviewLinks.add({
      id: randomUUID(),
      video: documentId,
      label: request.label,
      tokenHash: hashOf(token),
      passwordHash: request.password ? await hashPassword(request.password) : null,
      mayApprove: request.mayApprove,
      createdBy: nameOf(viewer),
      days: request.days,
    });
    await activity.add({
      ...actorOf(viewer),
      action: 'link_made',
      video: documentId,
      detail: request.label,
    });
    await jobs.ring({ kind: 'video.proof', videoId: documentId });
    return { ...toLink(row), path: `${page}#${token}` };
  },

  async revoke(documentId: string, linkId: string, viewer: Viewer): Promise<ReviewLink[]> {
    await browse.changeable(documentId, viewer);
    if (!(await reviewLinks.revoke(documentId, linkId)))
      throw new errors.NotFoundError('There is no such link on this video.');
    await activity.add({ ...actorOf(viewer), action: 'link_revoked', video: documentId });
    return (await reviewLinks.of(documentId)).map(toLink);
  },
});
