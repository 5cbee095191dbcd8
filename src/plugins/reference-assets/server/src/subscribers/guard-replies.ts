import { traverseEntity } from '@strapi/utils';
import type { Core, UID } from '@strapi/strapi';
import { uids } from '../constants';
import { currentViewer } from '../controllers/viewer';
import { mayChange, type Viewer } from '../library/viewer';

const guarded = [uids.video, uids.asset] as const;

/** What decides about a related row; a reply may have been asked for without these fields, so they are read anew. */
interface Deciding {
  id: number;
  owner: string | null;
  publishedAt?: string | null;
}

const mayShow = (uid: string, row: Deciding, viewer: Viewer): boolean => {
  if (mayChange(viewer, row.owner)) return true;
  return uid === uids.video ? Boolean(row.publishedAt) : row.owner === null;
};

/** Ids of those related rows that the viewer may see. */
const shownIds = async (
  strapi: Core.Strapi,
  uid: (typeof guarded)[number],
  ids: number[],
  viewer: Viewer,
): Promise<Set<number>> => {
  const rows = (await strapi.db.query(uid).findMany({
    where: { id: { $in: ids } },
    select: ['id', 'owner', ...(uid === uids.video ? ['publishedAt'] : [])],
  })) as Deciding[];
  return new Set(rows.filter((row) => mayShow(uid, row, viewer)).map(({ id }) => id));
};

/**
 * Takes out of every content API reply what the viewer may not see of ours, wherever another content type relates to
 * it: videos that are not published, assets of somebody else. Our own routes decide for themselves.
 */
export const guardReplies = (strapi: Core.Strapi): void => {
  const getModel = (uid: string) => strapi.getModel(uid as UID.Schema);
  const guard = (schema: unknown) => (data: unknown) => {
    const viewer = currentViewer(strapi) ?? { kind: 'anyone' };
    return traverseEntity(
      async ({ key, value, attribute }, { set, remove }) => {
        if (!value || attribute?.type !== 'relation') return;
        const rows = [value].flat() as { id: number; __type?: string }[];
        const target = 'target' in attribute ? attribute.target : undefined;
        const hidden = new Set<unknown>();
        for (const uid of guarded) {
          // A relation to several types, as a file's `related`, says the type row by row.
          const ours = rows.filter((row) => (target ?? row.__type) === uid);
          if (ours.length === 0) continue;
          const shown = await shownIds(
            strapi,
            uid,
            ours.map(({ id }) => id),
            viewer,
          );
          ours.filter(({ id }) => !shown.has(id)).forEach((row) => hidden.add(row));
        }
        if (hidden.size === 0) return;
        if (Array.isArray(value)) set(key, rows.filter((row) => !hidden.has(row)) as never);
        else remove(key);
      },
      { schema: schema as never, getModel: getModel as never }, // both are Strapi's own, typed more loosely there
      data as never,
    );
  };
  strapi.sanitizers.add('content-api.output', guard as never); // typed there as if it were curried once more
};
