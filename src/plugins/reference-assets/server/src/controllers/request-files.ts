import { errors } from '@strapi/utils';
import { jsonText } from '../../../shared/contracts/problems';
import type { Context, RequestFile } from './context';
import { parse } from './parse';

/** The files of a multipart field, one or many; `ValidationError` when there is none. */
export const filesOf = (ctx: Context, ...fields: string[]): RequestFile[] => {
  const found = fields.flatMap((field) => ctx.request.files?.[field] ?? []).flat();
  if (found.length > 0) return found;
  throw new errors.ValidationError(
    `expected a multipart request with a file in the field "${fields[0]}"`,
  );
};

/** Whether the request brought files at all. */
export const hasFiles = (ctx: Context): boolean => Object.keys(ctx.request.files ?? {}).length > 0;

/** The field `data` of a multipart request: an object, or JSON text of one; nothing is an empty object. */
export const dataOf = (ctx: Context): unknown => {
  const data = (ctx.request.body as { data?: unknown } | undefined)?.data ?? {};
  return typeof data === 'string' ? parse(jsonText, data) : data;
};
