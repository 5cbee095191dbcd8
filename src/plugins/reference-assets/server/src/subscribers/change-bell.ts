import type { Core } from '@strapi/strapi';
import { uids } from '../constants';

const { asset, video, beat, take, version, comment } = uids;

/** Rings whenever a row changes that people look at, in this process; before the commit, so a look must come after. */
export const ringForChanges = (strapi: Core.Strapi, ring: () => void): void => {
  strapi.db.lifecycles.subscribe({
    models: [asset, video, beat, take, version, comment],
    afterCreate: ring,
    afterCreateMany: ring,
    afterUpdate: ring,
    afterUpdateMany: ring,
    afterDelete: ring,
    afterDeleteMany: ring,
  });
};
