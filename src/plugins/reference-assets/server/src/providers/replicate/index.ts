import { z } from 'zod';
import { ProviderError } from '../../errors';
import type { GenerationProvider, GenerationRequest, RateLimiter } from '../generation-ports';
import { apiBase } from '../transport/base-url';
import { createDownloads } from '../transport/download';
import { failure } from '../transport/failures';
import { createLink, type Link } from '../transport/link';
import { speaker } from './failures';
import { createFinder } from './find';
import { filesOf, scalarsOf } from '../generation-input';
import { createPictures } from './pictures';
import { stateOf } from './state';
import { prediction, webhookSecret } from './wire';

export { verifyWebhook } from './webhook';

/** What Replicate is spoken to with. Units: ms, bytes. */
export interface ReplicateOptions {
  apiToken: string;
  baseUrl?: string;
  timeoutMs: number;
  downloadTimeoutMs: number;
  maxDownloadBytes: number;
  limiter: RateLimiter;
  /** Waits between tries of a download. */
  pausesMs?: readonly number[];
}

const standardBase = 'https://api.replicate.com/v1';
const idOf = (jobId: string): string => encodeURIComponent(jobId);

/** Official models have an address of their own; a pinned version is named in the body. */
const target = (vendorModel: string) =>
  vendorModel.includes(':')
    ? { path: '/predictions', version: { version: vendorModel } }
    : { path: `/models/${vendorModel}/predictions`, version: {} };

const bad = (operation: string, cause: unknown) =>
  failure(
    speaker,
    operation,
    { code: 'bad-request', retryable: false, message: 'The model does not take this.' },
    { cause },
  );

/** A job that has ended cannot be ended; the vendor says so in one of these ways. */
const hasEnded = (error: unknown): boolean =>
  error instanceof ProviderError && ['bad-request', 'expired'].includes(error.code);

/** Replicate reports to https only and refuses creates that name another address; a server that stands in may do so. */
const canReport = (webhookUrl: string, base: URL): boolean =>
  webhookUrl.startsWith('https:') || base.protocol === 'http:';

const createSubmit = (link: Link, base: URL) => {
  const pictures = createPictures(link);
  return async (request: GenerationRequest, signal?: AbortSignal) => {
    try {
      filesOf(request);
    } catch (error) {
      throw bad('submit', error);
    }
    const { path, version } = target(request.model.vendorModel);
    const input = { ...scalarsOf(request), ...(await pictures.send(request, signal)) };
    const webhook = request.webhookUrl &&
      canReport(request.webhookUrl, base) && {
        webhook: request.webhookUrl,
        webhook_events_filter: ['completed'],
      };
    const { id } = await link.send({
      operation: 'submit',
      lane: 'replicate.create',
      method: 'POST',
      path,
      headers: { 'cancel-after': `${Math.ceil(request.model.deadlineSeconds / 60)}m` },
      json: { ...version, input, ...webhook },
      isCreate: true,
      reply: prediction,
      signal,
    });
    return { jobId: id };
  };
};

/**
 * Replicate over its HTTP API.
 *
 * Its own client sends creates again on broken connections, ignores `Retry-After`, and has no time limits; so this is
 * a client of our own.
 */
export const createReplicate = (options: ReplicateOptions): GenerationProvider => {
  const base = apiBase(options.baseUrl, standardBase);
  const authorization = {
    header: 'authorization',
    value: `Bearer ${options.apiToken}`,
    secret: options.apiToken,
  };
  const { timeoutMs, limiter } = options;
  const link = createLink({ ...speaker, base, authorization, timeoutMs, limiter });
  const { download } = createDownloads({
    ...speaker,
    base,
    hosts: ['.replicate.delivery'],
    headers: { authorization: authorization.value },
    onlyBelowApi: true,
    timeoutMs: options.downloadTimeoutMs,
    idleMs: timeoutMs,
    maxBytes: options.maxDownloadBytes,
    pausesMs: options.pausesMs ?? [1000, 4000],
  });
  const read = { lane: 'replicate.read', reply: prediction } as const;

  return {
    provider: 'replicate',
    canFind: true,
    canCancel: true,
    submit: createSubmit(link, base),
    find: createFinder(link),
    async check(jobId, signal) {
      const path = `/predictions/${idOf(jobId)}`;
      return stateOf(await link.send({ ...read, operation: 'check', method: 'GET', path, signal }));
    },
    async cancel(jobId, signal) {
      const path = `/predictions/${idOf(jobId)}/cancel`;
      // Whatever it answers, the job is asked for afterwards.
      const reply = z.unknown();
      await link
        .send({ ...read, reply, operation: 'cancel', method: 'POST', path, signal })
        .catch((error: unknown) => {
          if (!hasEnded(error)) throw error;
        });
    },
    async reportSecret(signal) {
      const path = '/webhooks/default/secret';
      const asked = { ...read, reply: webhookSecret, operation: 'read-secret', path, signal };
      return (await link.send({ ...asked, method: 'GET' })).key;
    },
    download,
  };
};
