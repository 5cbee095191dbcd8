import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { useCase } from '../composition';
import { verifyWebhook } from '../providers/replicate';
import { webhookPath } from '../vendors';

/** POST /api/reference-assets/webhooks/replicate — what of Replicate's report is read: which job it is about. */
const report = z.object({ id: z.string().min(1).max(100) });

const mostBytes = 4 * 1024 * 1024;

interface RawContext {
  method: string;
  path: string;
  req: NodeJS.ReadableStream;
  request: { headers: Record<string, string | string[] | undefined> };
  status: number;
  body: unknown;
}

/** The body byte for byte, as it was signed; null for more than anybody sends. */
const rawBody = async (stream: NodeJS.ReadableStream): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

const answer = (ctx: RawContext, status: number, name: string, message: string): void => {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details: {} } };
};

/** The job a good report is about, and the report's own id; undefined once an answer says what is wrong with it. */
const read = async (ctx: RawContext, secret: string) => {
  const raw = await rawBody(ctx.req);
  if (!raw) return answer(ctx, 413, 'PayloadTooLargeError', 'The report is too large.');
  const { headers } = ctx.request;
  const one = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
  const signed = { id: one('webhook-id'), timestamp: one('webhook-timestamp') };
  const signature = one('webhook-signature');
  const verdict = verifyWebhook({ ...signed, signature, rawBody: raw }, secret);
  if (!verdict.ok)
    return answer(ctx, 401, 'UnauthorizedError', `The report's signature is ${verdict.reason}.`);
  try {
    return { reportId: verdict.id, jobId: report.parse(JSON.parse(raw.toString('utf8'))).id };
  } catch {
    return answer(ctx, 400, 'ValidationError', 'The report is not a prediction.');
  }
};

/**
 * Hears Replicate's reports. It stands before Strapi's own middlewares, because what is signed are the bytes that
 * `strapi::body` would parse and throw away.
 */
export const replicateWebhook =
  (strapi: Core.Strapi) =>
  async (ctx: RawContext, next: () => Promise<void>): Promise<void> => {
    if (ctx.method !== 'POST' || ctx.path !== webhookPath(strapi, 'replicate')) return next();
    const secret = strapi.isLoaded ? useCase(strapi, 'reportSecret').current() : undefined;
    if (!secret) return answer(ctx, 404, 'NotFoundError', 'Nobody listens here.');
    const found = await read(ctx, secret);
    if (!found) return;
    const outcome = await useCase(strapi, 'vendorReports').heard({
      provider: 'replicate',
      ...found,
    });
    ctx.status = 200;
    ctx.body = { data: { outcome } };
  };
