import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError } from '../../errors';
import type { DownloadedFile, OutputKind } from '../generation-ports';
import { isBesideStandIn, isSameServer } from './base-url';
import { boundedBody, mostBytes } from './bounded-body';
import { bytesOfDataUri } from './data-uri';
import { failure, type Speaker, type Verdict } from './failures';
import { ForbiddenAddress, guardedRequest } from './guarded-request';
import { isWhole, mediaKind } from './media-kind';

/** What a vendor's results are brought with. */
export interface DownloadOptions extends Speaker {
  base: URL;
  /**
   * Names of hosts results lie on; a leading dot means all below it. Only https, except on `base` itself and, where
   * that is a stand-in spoken to plainly, on others of its ports.
   */
  hosts: readonly string[];
  /** The header that goes along to `base`, and nowhere else. */
  headers: Record<string, string>;
  /** It goes along below the API's own path only: what lies beside it is public. */
  onlyBelowApi?: boolean;
  timeoutMs: number;
  idleMs: number;
  maxBytes: number;
  /** Waits between tries, ms; one more try than waits. */
  pausesMs: readonly number[];
}

const operation = 'download';
const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/** A reply that another try may better. */
const flawed = (message: string, retryable = true): Verdict => ({
  code: 'bad-reply',
  retryable,
  message,
});

/** Whether an address is on one of the hosts, over https and nowhere else. */
const isOn = (hosts: readonly string[], { protocol, port, hostname }: URL): boolean =>
  protocol === 'https:' &&
  port === '' &&
  hosts.some(
    (host) =>
      hostname === host.replace(/^\./, '') || (host.startsWith('.') && hostname.endsWith(host)),
  );

/**
 * Brings a vendor's results: from allowed hosts only, hop by hop, bounded in bytes and time, checked by their first
 * and last bytes.
 *
 * Throws: `ProviderError` `expired` for what is gone, `bad-reply` for what is not what it should be.
 */
export const createDownloads = (options: DownloadOptions) => {
  const { base, hosts, headers, title } = options;
  const fail = (verdict: Verdict, cause?: unknown): ProviderError =>
    failure(options, operation, verdict, { cause });
  const tooLong = () => fail(flawed(`${title} sent a result that is too large.`, false));
  const tooSlow = () =>
    fail({ code: 'timeout', retryable: true, message: `${title} sends a result too slowly.` });

  const forbidden = (cause?: unknown): ProviderError =>
    fail(flawed(`${title} named a result at an address that is not allowed.`, false), cause);

  const parse = (address: string, from?: URL): URL => {
    if (!URL.canParse(address, from)) throw forbidden();
    return new URL(address, from);
  };

  /** `isNamed`: the vendor's own reply names the address; a redirect never leads to another port of this machine. */
  const hop = (url: URL, isNamed: boolean, signal: AbortSignal): Promise<IncomingMessage> => {
    const isOurs = isSameServer(url, base);
    const trusted = isOurs || (isNamed && isBesideStandIn(url, base));
    if (!trusted && !isOn(hosts, url)) throw forbidden();
    const { idleMs } = options;
    const isApi = isOurs && (!options.onlyBelowApi || url.pathname.startsWith(`${base.pathname}/`));
    return guardedRequest({ url, headers: isApi ? headers : {}, trusted, idleMs, signal });
  };

  const follow = async (address: string, signal: AbortSignal): Promise<IncomingMessage> => {
    let url = parse(address);
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const reply = await hop(url, hops === 0, signal);
      const { statusCode = 0, headers: said } = reply;
      if (!redirects.has(statusCode) || !said.location) return reply;
      reply.destroy();
      url = parse(said.location, url);
    }
    throw fail(flawed(`${title} sends on and on for a result.`));
  };

  const refuseStatus = (status: number): void => {
    const message = `${title} has removed the result.`;
    if ([403, 404, 410].includes(status))
      throw fail({ code: 'expired', retryable: false, message });
    if (status !== 200)
      throw fail({
        code: 'unavailable',
        retryable: true,
        message: `${title} could not send the result (${status}).`,
      });
  };

  const fetchTo = async (
    address: string,
    path: string,
    expected: OutputKind,
    signal: AbortSignal,
  ): Promise<void> => {
    const maxBytes = Math.min(options.maxBytes, mostBytes[expected]);
    const inline = bytesOfDataUri(address);
    if (inline) {
      if (inline.byteLength > maxBytes) throw tooLong();
      return writeFile(path, inline);
    }
    const reply = await follow(address, signal);
    try {
      refuseStatus(reply.statusCode ?? 0);
      if (/^(text\/|application\/(json|xhtml|xml))/i.test(reply.headers['content-type'] ?? ''))
        throw fail(flawed(`${title} sent text in place of a result.`));
      if (Number(reply.headers['content-length'] ?? 0) > maxBytes) throw tooLong();
      await pipeline(reply, boundedBody(maxBytes, tooLong, tooSlow), createWriteStream(path), {
        signal,
      });
    } finally {
      reply.destroy();
    }
  };

  const checked = async (part: string, expected: OutputKind): Promise<DownloadedFile> => {
    const file = await open(part);
    const head = Buffer.alloc(16);
    await file.read(head, 0, 16, 0).finally(() => file.close());
    const found = mediaKind(head);
    if (found?.kind !== expected)
      throw fail(flawed(`${title} sent ${found?.mime ?? 'unknown data'} in place of ${expected}.`));
    if (!(await isWhole(part, found)))
      throw fail(flawed(`${title} sent a result that is cut short.`));
    const path = part.replace(/\.part$/, found.ext);
    await rename(part, path);
    const { size } = await stat(path);
    return { path, mime: found.mime, ext: found.ext, sizeBytes: size };
  };

  const once = async (
    address: string,
    folder: string,
    expected: OutputKind,
    stop?: AbortSignal,
  ) => {
    const part = `${folder}/${randomUUID()}.part`;
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const signal = stop ? AbortSignal.any([stop, deadline]) : deadline;
    try {
      await fetchTo(address, part, expected, signal);
      return await checked(part, expected);
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof ProviderError) throw error;
      if (error instanceof ForbiddenAddress) throw forbidden(error);
      const code = deadline.aborted ? 'timeout' : 'unavailable';
      throw fail(
        { code, retryable: true, message: `The result did not come from ${title}.` },
        error,
      );
    }
  };

  return {
    async download(address: string, folder: string, expected: OutputKind, signal?: AbortSignal) {
      for (let tries = 0; ; tries += 1) {
        try {
          return await once(address, folder, expected, signal);
        } catch (error) {
          const pauseMs = options.pausesMs[tries];
          if (!(error as ProviderError).retryable || pauseMs === undefined || signal?.aborted)
            throw error;
          await sleep(pauseMs, undefined, { signal });
        }
      }
    },
  };
};
