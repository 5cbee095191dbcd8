import { z } from 'zod';

/** Strapi's error envelope, the only shape in which a failure leaves the API. */
export const problem = z.object({
  data: z.null(),
  error: z.object({
    status: z.number().int(),
    name: z.string(),
    message: z.string(),
    details: z.unknown().optional(),
  }),
});
export type Problem = z.infer<typeof problem>;

/** Page of a list: `page` counts from 1, `pageSize` is 100 at most. */
export const paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type Paging = z.infer<typeof paging>;

/** `meta.pagination` of a list reply. */
export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

/** A document's id as Strapi makes them. */
export const documentId = z.string().regex(/^[a-z0-9]{10,40}$/, 'expected a document id');

/** A JSON value that arrives as text in a multipart form. */
export const jsonText = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'expected valid JSON' });
    return z.NEVER;
  }
});
