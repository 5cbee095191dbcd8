import type { Core, UID } from '@strapi/strapi';
import { uids } from '../constants';

/** Fields of the application's own types that hold videos: whatever has one is a campaign to us. */
export const videoFieldsOf = (strapi: Core.Strapi): { uid: string; field: string }[] =>
  Object.entries(strapi.contentTypes)
    .filter(([uid]) => uid.startsWith('api::'))
    .flatMap(([uid, { attributes }]) =>
      Object.entries(attributes as Record<string, { target?: string }>)
        .filter(([, { target }]) => target === uids.video)
        .map(([field]) => ({ uid, field })),
    );

/** Document ids of the videos that belong to entries of the application's own types. */
const videosIn = async (strapi: Core.Strapi, where: { documentId?: string }): Promise<string[]> => {
  const found = new Set<string>();
  for (const { uid, field } of videoFieldsOf(strapi)) {
    const entries = (await strapi.db.query(uid as UID.ContentType).findMany({
      where,
      populate: { [field]: { select: ['documentId'] } },
    })) as Record<string, unknown>[];
    for (const entry of entries)
      for (const video of [entry[field]].flat() as ({ documentId: string } | null)[])
        if (video) found.add(video.documentId);
  }
  return [...found];
};

/** Document ids of the videos that belong to one entry, whichever type it is of. */
export const videosOfCampaign = (strapi: Core.Strapi, documentId: string): Promise<string[]> =>
  videosIn(strapi, { documentId });

/** Document ids of the videos that belong to any. */
export const videosOfCampaigns = (strapi: Core.Strapi): Promise<string[]> => videosIn(strapi, {});
