import type { z } from 'zod';
import type { Pagination } from '../../../shared/contracts/problems';
import type { activityList, ActivityEntry } from '../../../shared/contracts/reviews';
import type { Stores } from '../stores';
import { pagination } from './browse';
import type { Viewer } from './viewer';

interface Needs extends Pick<Stores, 'activity'> {
  /** Throws `NotFoundError` unless the viewer may change the asset, or the video. */
  demandAsset(documentId: string, viewer: Viewer): Promise<unknown>;
  demandVideo(documentId: string, viewer: Viewer): Promise<unknown>;
}

type List = z.infer<typeof activityList>;

/** Who did what, when, to an asset or a video; for those who may change it. */
export const createReadActivity = ({ activity, demandAsset, demandVideo }: Needs) => ({
  async of(
    subject: 'asset' | 'video',
    documentId: string,
    list: List,
    viewer: Viewer,
  ): Promise<{ data: ActivityEntry[]; pagination: Pagination }> {
    await (subject === 'asset' ? demandAsset : demandVideo)(documentId, viewer);
    const { entries, total } = await activity.page(subject, documentId, list);
    return { data: entries, pagination: pagination(list, total) };
  },
});
