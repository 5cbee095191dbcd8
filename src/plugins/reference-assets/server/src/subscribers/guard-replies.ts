import { traverseEntity } from '@strapi/utils';
import type { Core, UID } from '@strapi/strapi';
import { uids } from '../constants';
import { viewerOf } from '../controllers/viewer';
import { mayChange, type Viewer } from '../library/viewer';

/** A related row as far as the guard reads it. */
interface Related {
  owner?: string | null;
  publishedAt?: string | null;
}

const currentViewer = (strapi: Core.Strapi): Viewer => {
  const state = strapi.requestContext.get()?.state as Parameters<typeof viewerOf>[0] | undefined;
  return state ? viewerOf(state) : { kind: 'anyone' };
};

const mayShow = (uid: string, row: Related, viewer: Viewer): boolean => {
  const owner = row.owner ?? null;
  if (mayChange(viewer, owner)) return true;
  return uid === uids.video ? Boolean(row.publishedAt) : owner === null;
};

/**
 * Takes out of every content API reply what the viewer may not see of ours, wherever another content type relates to
 * it: videos that are not published, assets of somebody else. Our own routes decide for themselves.
 */
export const guardReplies = (strapi: Core.Strapi): void => {
  const guarded: readonly string[] = [uids.video, uids.asset];
  const getModel = (uid: string) => strapi.getModel(uid as UID.Schema);
  const guard = (schema: unknown) => (data: unknown) => {
    const viewer = currentViewer(strapi);
    return traverseEntity(
      ({ key, value, attribute }, { set, remove }) => {
        const target = attribute && 'target' in attribute ? String(attribute.target) : '';
        if (!guarded.includes(target) || !value) return;
        const show = (row: unknown) => mayShow(target, row as Related, viewer);
        if (Array.isArray(value)) set(key, value.filter(show) as never);
        else if (!show(value)) remove(key);
      },
      { schema: schema as never, getModel: getModel as never }, // both are Strapi's own, typed more loosely there
      data as never,
    );
  };
  strapi.sanitizers.add('content-api.output', guard as never); // typed there as if it were curried once more
};
