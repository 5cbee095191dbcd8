import { errors, traverse } from '@strapi/utils';
import type { Core, UID } from '@strapi/strapi';
import { uids } from '../constants';
import { currentViewer } from '../controllers/viewer';

/** The parts of a query by which hidden rows could be felt for. */
interface Query {
  filters?: unknown;
  sort?: unknown;
  populate?: unknown;
}

const guarded: readonly unknown[] = [uids.video, uids.asset];

/** Throws where a filter or an order reaches through a relation into assets or videos. */
const refuseRelated: Parameters<typeof traverse.traverseQueryFilters>[0] = ({ key, attribute }) => {
  if (!attribute || !('target' in attribute) || !guarded.includes(attribute.target)) return;
  throw new errors.ValidationError(`"${key}" can be neither filtered nor sorted by here.`, {
    errors: [{ path: [key], message: 'not allowed', name: 'ValidationError' }],
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Keeps people from learning by filters and orders of other content types what replies hide from them: whether a
 * campaign's asset has a certain name is an answer as well.
 */
export const guardQueries = (strapi: Core.Strapi): void => {
  const getModel = (uid: string) => strapi.getModel(uid as UID.Schema);

  const check = async (uid: string, { filters, sort, populate }: Query): Promise<void> => {
    const schema = getModel(uid);
    const parts = { schema, getModel } as never; // Strapi's own, typed more loosely there
    if (filters) await traverse.traverseQueryFilters(refuseRelated, parts, filters as never);
    if (sort) await traverse.traverseQuerySort(refuseRelated as never, parts, sort as never);
    for (const [key, nested] of Object.entries(isRecord(populate) ? populate : {})) {
      const attribute = schema.attributes[key];
      const target = attribute && 'target' in attribute ? attribute.target : undefined;
      if (typeof target === 'string' && isRecord(nested)) await check(target, nested);
    }
  };

  strapi.documents.use(async (context, next) => {
    const viewer = currentViewer(strapi);
    if (viewer?.kind === 'user' || viewer?.kind === 'anyone') {
      await check(context.uid, context.params as Query);
    }
    return next();
  });
};
