import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * Parses what a request brought, or throws Strapi's `ValidationError` (400) that names each field that does not fit.
 */
export const parse = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String),
    message: issue.message,
    name: 'ValidationError',
  }));
  const first = problems[0];
  const field = first.path.join('.');
  throw new errors.ValidationError(field ? `${field}: ${first.message}` : first.message, {
    errors: problems,
  });
};
