import type { GenerationProvider, RateLimiter } from '../generation-ports';
import { apiBase } from '../transport/base-url';
import { createDownloads } from '../transport/download';
import { failure } from '../transport/failures';
import { createLink } from '../transport/link';
import { explain, speaker } from './failures';
import { bodyOf } from './request-body';
import { stateOf } from './state';
import { operation } from './wire';

/** What Google's Gemini API is spoken to with. Units: ms, bytes. */
export interface GoogleOptions {
  apiKey: string;
  baseUrl?: string;
  timeoutMs: number;
  downloadTimeoutMs: number;
  maxDownloadBytes: number;
  limiter: RateLimiter;
  /** Waits between tries of a download. */
  pausesMs?: readonly number[];
}

const standardBase = 'https://generativelanguage.googleapis.com/v1beta';
const keyHeader = 'x-goog-api-key';

/** A result's address on Google's own host, on the server that stands in for it. */
const onBase = (address: string, base: URL): string => {
  if (!URL.canParse(address) || address.startsWith('data:')) return address;
  const url = new URL(address);
  if (url.hostname !== new URL(standardBase).hostname || url.hostname === base.hostname)
    return address;
  return `${base.href.replace(/\/v\d+[a-z0-9]*$/, '')}${url.pathname}${url.search}`;
};

/**
 * Google's Veo over the Gemini API.
 *
 * The vendor lists no operations and ends none: a create whose reply is lost stays unknown, a job under way runs on.
 */
export const createGoogle = (options: GoogleOptions): GenerationProvider => {
  const base = apiBase(options.baseUrl, standardBase, { versioned: true });
  const authorization = { header: keyHeader, value: options.apiKey, secret: options.apiKey };
  const { timeoutMs, limiter } = options;
  const link = createLink({ ...speaker, base, authorization, timeoutMs, limiter, explain });
  const { download } = createDownloads({
    ...speaker,
    base,
    hosts: ['.googleapis.com', '.googleusercontent.com'],
    headers: { [keyHeader]: options.apiKey },
    timeoutMs: options.downloadTimeoutMs,
    idleMs: timeoutMs,
    maxBytes: options.maxDownloadBytes,
    pausesMs: options.pausesMs ?? [1000, 4000],
  });

  return {
    provider: 'google',
    canFind: false,
    canCancel: false,
    async submit(request, signal) {
      const json = await bodyOf(request).catch((cause: unknown) => {
        const message = 'The model does not take this.';
        throw failure(
          speaker,
          'submit',
          { code: 'bad-request', retryable: false, message },
          { cause },
        );
      });
      const { name } = await link.send({
        operation: 'submit',
        lane: 'google.create',
        method: 'POST',
        path: `/models/${encodeURIComponent(request.model.vendorModel)}:predictLongRunning`,
        json,
        isCreate: true,
        reply: operation,
        signal,
      });
      return { jobId: name };
    },
    async find() {
      const message = 'Google cannot say whether it took the job.';
      throw failure(
        speaker,
        'find',
        { code: 'bad-reply', retryable: false, outcomeUnknown: true, message },
        { isCreate: true },
      );
    },
    async check(jobId, signal) {
      const { name } = operation.pick({ name: true }).parse({ name: jobId });
      const found = await link.send({
        operation: 'check',
        lane: 'google.read',
        method: 'GET',
        path: `/${name}`,
        reply: operation,
        signal,
      });
      return stateOf(found);
    },
    cancel: async () => undefined,
    download: (output, folder, expected, signal) =>
      download(onBase(output, base), folder, expected, signal),
  };
};
