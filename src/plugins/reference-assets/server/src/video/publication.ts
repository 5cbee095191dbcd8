import { errors } from '@strapi/utils';
import type { Video } from '../../../shared/contracts/videos';
import type { Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BrowseVideos } from './browse-videos';

type Needs = Pick<Stores, 'videos'> & { browse: BrowseVideos };

/** Only an approved version can be published; asked on every way that leads there. */
export const demandApproved = (stage: string | undefined): void => {
  if (stage === 'approved') return;
  throw new errors.ApplicationError(
    `Only an approved video can be published; this one is ${(stage ?? 'unknown').replaceAll('_', ' ')}.`,
    { status: stage },
  );
};

/** Publishing through Strapi's own draft and publish, where {@link demandApproved} stands guard. */
export const createPublication = ({ videos, browse }: Needs) => ({
  async publish(documentId: string, viewer: Viewer): Promise<Video> {
    await browse.changeable(documentId, viewer);
    await videos.publish(documentId);
    return browse.get(documentId, viewer, true);
  },

  async unpublish(documentId: string, viewer: Viewer): Promise<Video> {
    await browse.changeable(documentId, viewer);
    await videos.unpublish(documentId);
    return browse.get(documentId, viewer, true);
  },
});
