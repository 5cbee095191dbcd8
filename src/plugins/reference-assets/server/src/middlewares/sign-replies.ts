import type { Core } from '@strapi/strapi';
import type { MediaRef } from '../../../shared/contracts/assets';
import type { Context } from '../controllers/context';
import type { MediaFiles } from '../stores/media-files';

const ourPaths = /^\/(api\/)?(reference-assets|video-generations)(\/|$)/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value);

const isMediaRef = (value: Record<string, unknown>): boolean =>
  typeof value.id === 'number' && typeof value.url === 'string' && 'sizeBytes' in value;

/** Every file that a reply shows, wherever in it. */
const refsIn = (value: unknown, found: MediaRef[] = []): MediaRef[] => {
  if (Array.isArray(value)) value.forEach((one) => refsIn(one, found));
  else if (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype) {
    if (isMediaRef(value)) found.push(value as unknown as MediaRef);
    else Object.values(value).forEach((one) => refsIn(one, found));
  }
  return found;
};

/**
 * Gives files in our replies an address that their upload provider answers to, where that keeps them private. Strapi signs
 * what its document service reads (`upload/server/src/register.ts`); our rows come from SQL.
 */
export const signReplies =
  (strapi: Core.Strapi, stored: () => Pick<MediaFiles, 'some' | 'signed'>) =>
  async (ctx: Context & { path: string }, next: () => Promise<void>): Promise<void> => {
    await next();
    if (!ourPaths.test(ctx.path) || !isRecord(ctx.body)) return;
    if (!(await strapi.plugin('upload').provider.isPrivate())) return;
    const refs = refsIn(ctx.body);
    const files = stored();
    const rows = await files.some([...new Set(refs.map(({ id }) => id))]);
    const signed = new Map<number, string>();
    for (const [id, row] of rows) signed.set(id, (await files.signed(row)).url);
    for (const ref of refs) ref.url = signed.get(ref.id) ?? ref.url;
  };
