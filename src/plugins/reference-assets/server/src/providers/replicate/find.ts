import { createHash } from 'node:crypto';
import type { LostCreate } from '../generation-ports';
import { bytesOfDataUri } from '../transport/data-uri';
import { failure } from '../transport/failures';
import type { Link } from '../transport/link';
import { speaker } from './failures';
import { scalarsOf } from '../generation-input';
import { hashesOf, type PictureHashes } from './pictures';
import { prediction, predictionPage, storedFile, type Prediction } from './wire';

const operation = 'find';
/** How far clocks may be apart, and how long a create may take to arrive. Units: ms. */
const skewMs = 120_000;
const latestMs = 300_000;
const mostPages = 30;

const isSame = (candidate: unknown, ours: unknown): boolean =>
  JSON.stringify(candidate) === JSON.stringify(ours);

const uncertain = (message: string) =>
  failure(
    speaker,
    operation,
    { code: 'bad-reply', retryable: false, outcomeUnknown: true, message },
    {
      isCreate: true,
    },
  );

/**
 * Looks a create up whose reply never came, so that nothing is made twice.
 *
 * A webhook with the attempt's nonce decides. Without one, a prediction is ours when it was made in the minutes after
 * the request, from the same model, words and pictures, and belongs to no other attempt. Uploaded pictures are known by
 * the hash or nonce in the vendor's file store.
 */
export const createFinder = (link: Link) => {
  const get = { lane: 'replicate.read', method: 'GET', operation } as const;

  const hashOf = async (value: unknown, signal?: AbortSignal): Promise<string | undefined> => {
    if (typeof value !== 'string') return undefined;
    const bytes = bytesOfDataUri(value);
    if (bytes) return createHash('sha256').update(bytes).digest('hex');
    const id = /\/files\/([\w-]+)/.exec(value)?.[1];
    if (!id) return undefined;
    const file = await link
      .send({ ...get, path: `/files/${id}`, reply: storedFile, signal })
      .catch(() => undefined);
    const noted = file?.metadata?.sha256;
    return file?.checksums?.sha256 ?? (typeof noted === 'string' ? noted : undefined);
  };

  /** yes, no, or unknown where the vendor shows the pictures no more. */
  const picturesMatch = async (
    input: Record<string, unknown>,
    ours: PictureHashes,
    signal?: AbortSignal,
  ) => {
    let known = true;
    for (const [field, hashes] of Object.entries(ours)) {
      const values = Array.isArray(input[field]) ? (input[field] as unknown[]) : [input[field]];
      if (values.length !== hashes.length) return 'no';
      for (const [index, value] of values.entries()) {
        const hash = await hashOf(value, signal);
        if (hash === undefined) known = false;
        else if (hash !== hashes[index]) return 'no';
      }
    }
    return known ? 'yes' : 'unknown';
  };

  const isOfModel = (found: Prediction, vendorModel: string): boolean => {
    const [name, version] = vendorModel.split(':');
    if (found.model) return found.model.split(':')[0] === name;
    return found.version ? found.version === version || found.version.startsWith(name!) : true;
  };

  /** What a prediction was made from; a list that says little is asked about each. */
  const inputOf = async (found: Prediction, signal?: AbortSignal) => {
    if (found.data_removed) return undefined;
    const isShown = Object.keys(found.input ?? {}).length > 0;
    const path = `/predictions/${encodeURIComponent(found.id)}`;
    const { input } = isShown
      ? found
      : await link.send({ ...get, path, reply: prediction, signal });
    return input && Object.keys(input).length > 0 ? input : undefined;
  };

  const verdictOn = async (
    found: Prediction,
    { request, isKnown }: LostCreate,
    hashes: PictureHashes,
    signal?: AbortSignal,
  ): Promise<'yes' | 'no' | 'unknown'> => {
    if (found.webhook) return found.webhook.includes(request.nonce) ? 'yes' : 'no';
    if (!isOfModel(found, request.model.vendorModel) || (await isKnown(found.id))) return 'no';
    const input = await inputOf(found, signal);
    if (!input) return 'unknown';
    const differs = Object.entries(scalarsOf(request)).some(
      ([field, value]) => !isSame(input[field], value),
    );
    return differs ? 'no' : picturesMatch(input, hashes, signal);
  };

  /** Predictions made between the request and the last moment it can have arrived, the oldest first. */
  const madeThen = async (
    { since, request: { nonce } }: LostCreate,
    signal?: AbortSignal,
  ): Promise<Prediction[]> => {
    const from = since.getTime() - skewMs;
    const found: Prediction[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < mostPages; pages += 1) {
      const path: string = cursor
        ? `/predictions?cursor=${encodeURIComponent(cursor)}`
        : '/predictions';
      const { results, next } = await link.send({ ...get, path, reply: predictionPage, signal });
      const times = results.map((one) => Date.parse(one.created_at ?? '') || Date.now());
      found.push(
        // What bears the nonce is ours whatever the clocks say.
        ...results.filter(
          ({ webhook }, at) =>
            webhook?.includes(nonce) ||
            (times[at]! >= from && times[at]! <= from + latestMs + 2 * skewMs),
        ),
      );
      const isPast = times.some((time) => time < from);
      cursor = next && !isPast ? new URL(next, 'http://vendor').searchParams.get('cursor') : null;
    }
    return found.reverse();
  };

  return async (lost: LostCreate, signal?: AbortSignal): Promise<{ jobId: string } | null> => {
    const hashes = await hashesOf(lost.request);
    const unknown: Prediction[] = [];
    for (const found of await madeThen(lost, signal)) {
      const verdict = await verdictOn(found, lost, hashes, signal);
      if (verdict === 'yes') return { jobId: found.id };
      if (verdict === 'unknown') unknown.push(found);
    }
    if (unknown.length > 1)
      throw uncertain(
        'Replicate has several jobs that may be this one, and shows too little of them.',
      );
    // The only one it can be: taking it is never paid twice, making another might be.
    return unknown[0] ? { jobId: unknown[0].id } : null;
  };
};
