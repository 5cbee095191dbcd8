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

/**
 * Whether a prediction is the one looked for; `unknown` where the vendor shows its input no more, `alike` where only
 * its pictures differ from ours.
 */
type Verdict = 'yes' | 'no' | 'unknown' | 'alike';

interface PictureMark {
  hash?: string;
  nonce?: string;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What of a request is the order's own: the inputs that a model's row fixes may have changed since it was sent. */
const orderedScalars = (request: LostCreate['request']): [string, unknown][] =>
  Object.entries(scalarsOf(request)).filter(([field]) => !(field in request.model.fixed));

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
 * A webhook with the attempt's nonce decides, and so does an uploaded picture's in the vendor's file store. Without
 * one, a prediction is ours when it was made in the minutes after the request, from the same model, words and pictures,
 * and belongs to no other attempt. Pictures are made anew from the library for this, by whatever version runs now, so
 * one that differs proves nothing: that is for a person to decide.
 */
export const createFinder = (link: Link) => {
  const get = { lane: 'replicate.read', method: 'GET', operation } as const;

  /** What the vendor shows of a picture: its hash, and the nonce of the attempt it was uploaded for. */
  const markOf = async (value: unknown, signal?: AbortSignal): Promise<PictureMark> => {
    if (typeof value !== 'string') return {};
    const bytes = bytesOfDataUri(value);
    if (bytes) return { hash: createHash('sha256').update(bytes).digest('hex') };
    const id = /\/files\/([\w-]+)/.exec(value)?.[1];
    if (!id) return {};
    const file = await link
      .send({ ...get, path: `/files/${id}`, reply: storedFile, signal })
      .catch(() => undefined);
    const { sha256, nonce } = file?.metadata ?? {};
    return {
      hash: file?.checksums?.sha256 ?? textOf(sha256),
      nonce: textOf(nonce),
    };
  };

  const picturesMatch = async (
    input: Record<string, unknown>,
    ours: PictureHashes,
    nonce: string,
    signal?: AbortSignal,
  ): Promise<Verdict> => {
    let verdict: Verdict = 'yes';
    for (const [field, hashes] of Object.entries(ours)) {
      const values = Array.isArray(input[field]) ? (input[field] as unknown[]) : [input[field]];
      if (values.length !== hashes.length) return 'no';
      for (const [index, value] of values.entries()) {
        const mark = await markOf(value, signal);
        if (mark.nonce) return mark.nonce === nonce ? 'yes' : 'no';
        if (mark.hash === undefined) verdict = verdict === 'alike' ? verdict : 'unknown';
        else if (mark.hash !== hashes[index]) verdict = 'alike';
      }
    }
    return verdict;
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
  ): Promise<Verdict> => {
    if (found.webhook) return found.webhook.includes(request.nonce) ? 'yes' : 'no';
    if (!isOfModel(found, request.model.vendorModel) || (await isKnown(found.id))) return 'no';
    const input = await inputOf(found, signal);
    if (!input) return 'unknown';
    const differs = orderedScalars(request).some(([field, value]) => !isSame(input[field], value));
    return differs ? 'no' : picturesMatch(input, hashes, request.nonce, signal);
  };

  /**
   * Predictions made between the request and the last moment it can have arrived, the oldest first; `reachesBack` is
   * false where the list was too long to be followed that far.
   */
  const madeThen = async (
    { since, request: { nonce } }: LostCreate,
    signal?: AbortSignal,
  ): Promise<{ made: Prediction[]; reachesBack: boolean }> => {
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
    return { made: found.reverse(), reachesBack: cursor === null };
  };

  return async (lost: LostCreate, signal?: AbortSignal): Promise<{ jobId: string } | null> => {
    const hashes = await hashesOf(lost.request);
    const unknown: Prediction[] = [];
    let isAlike = false;
    const { made, reachesBack } = await madeThen(lost, signal);
    for (const found of made) {
      const verdict = await verdictOn(found, lost, hashes, signal);
      if (verdict === 'yes') return { jobId: found.id };
      if (verdict === 'unknown') unknown.push(found);
      isAlike ||= verdict === 'alike';
    }
    if (!reachesBack)
      throw uncertain('Replicate lists too many jobs since to tell whether this one is there.');
    if (isAlike)
      throw uncertain('Replicate has a job of the same words and other pictures; it may be this.');
    if (unknown.length > 1)
      throw uncertain(
        'Replicate has several jobs that may be this one, and shows too little of them.',
      );
    // The only one it can be: taking it is never paid twice, making another might be.
    return unknown[0] ? { jobId: unknown[0].id } : null;
  };
};
