import { uids } from '../constants';
import type { ExtensionService, FieldMiddleware } from './plugin-api';

/** Our content types: none has the generated interface, which knows nothing of owners. */
const ours: readonly string[] = [
  uids.asset,
  uids.video,
  uids.beat,
  uids.take,
  uids.version,
  uids.comment,
  uids.spend,
];

/** Switches the generated interface off; relations of other types to ours are then left out of the schema. */
export const hideShadowTypes = (extension: ExtensionService): void => {
  for (const uid of ours) extension.shadowCRUD(uid).disable();
};

/**
 * Leaves our rows out of what a file is related to: every picture has an asset, and a union cannot show a type that
 * the schema does not have (`generic-morph.ts` of the GraphQL plugin), so each would be an error.
 */
export const withoutOurs: FieldMiddleware = async (next, ...call) => {
  const related = await next(...call);
  if (!Array.isArray(related)) return related;
  return related.filter((row: { __type?: string } | null) => !ours.includes(row?.__type ?? ''));
};
