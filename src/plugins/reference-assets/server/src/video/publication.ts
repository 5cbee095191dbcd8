import type { Video } from '../../../shared/contracts/videos';
import { actorOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BrowseVideos } from './browse-videos';

type Needs = Pick<Stores, 'videos' | 'activity'> & { browse: BrowseVideos };

/** Publishing through Strapi's own draft and publish, where `demandApproved` stands guard. */
export const createPublication = ({ videos, activity, browse }: Needs) => ({
  async publish(documentId: string, viewer: Viewer): Promise<Video> {
    await browse.changeable(documentId, viewer);
    await videos.publish(documentId);
    await activity.add({ ...actorOf(viewer), action: 'published', video: documentId });
    return browse.get(documentId, viewer, true);
  },

  async unpublish(documentId: string, viewer: Viewer): Promise<Video> {
    await browse.changeable(documentId, viewer);
    await videos.unpublish(documentId);
    await activity.add({ ...actorOf(viewer), action: 'unpublished', video: documentId });
    return browse.get(documentId, viewer, true);
  },
});
