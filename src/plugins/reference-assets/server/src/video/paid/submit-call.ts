import { readFile } from 'node:fs/promises';
import { ProviderError, StepFailure } from '../../errors';
import { later, skipped, type JobOutcome } from '../../jobs/contract';
import { withScratch } from '../../media/scratch';
import type { GenerationProvider, GenerationRequest } from '../../providers/generation-ports';
import type { ModerationRequest } from '../../providers/language-ports';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { pollDelayMs } from './check-call';
import { endAttempt } from './end-attempt';
import { pausedNotice, shown, stopsQueue } from './failures';
import type { PaidNeeds } from './needs';
import { tellWaiting } from './fail-target';
import { demandRights, requestOf } from './request-of';
import { stopQueue, whileOpen } from './stop-queue';
import type { VendorOrder } from './vendor-order';

/** A create that broke is looked for after so long: vendors list new jobs with some delay. */
export const lookUpAfterMs = (pollMs: number): number => pollMs * 2.5;

/** Waiting time after a refusal for too many requests that names none: twice as long each time, a minute at most. */
const unnamedWaitMs = (looks: number): number =>
  Math.min(60_000, 1000 * 2 ** Math.min(looks, 6)) * (1 + Math.random() / 4);

/** What waits for a content check looks again so much later. */
const pausedLookMs = 60_000;

const mimeOf = (path: string) => (path.endsWith('.png') ? 'image/png' : 'image/jpeg');

/** Throws: `StepFailure` `content-rejected` when the moderator objects; nothing has been paid by then. */
const moderate = async (
  needs: PaidNeeds,
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<void> => {
  const { moderator } = needs;
  if (!moderator) return;
  const images: ModerationRequest['images'][number][] = [];
  for (const { path } of request.references)
    images.push({ bytes: await readFile(path), mime: mimeOf(path) } as const);
  const { flagged, categories } = await whileOpen(needs, moderator.provider, () =>
    moderator.moderate({ text: request.prompt, images }, signal),
  );
  if (flagged)
    throw new StepFailure(
      'content-rejected',
      `The content check objects (${categories.join(', ')}). Edit the beat's prompt or choose other assets, then try again.`,
    );
};

/** What follows a create that did not succeed; by then the job is known not to exist, or is to be looked for. */
const afterFailure = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  error: ProviderError | StepFailure,
): Promise<JobOutcome> => {
  const { vendorJobs } = needs;
  if (error instanceof StepFailure) return endAttempt(needs, job, shown(error), false);
  if (error.outcomeUnknown) {
    const lookInMs = lookUpAfterMs(needs.pollMs);
    await vendorJobs.change(job.id, ['creating'], { holder: null, looks: 0, lookInMs });
    return later(lookInMs);
  }
  const waitMs = stopsQueue(error) ? pausedLookMs : error.retryAfterMs;
  if (stopsQueue(error)) {
    await stopQueue(needs, error);
    await tellWaiting(needs, job, pausedNotice);
  }
  if (stopsQueue(error) || error.code === 'rate-limited') {
    const looks = job.looks + 1;
    const lookInMs = waitMs ?? unnamedWaitMs(looks);
    await vendorJobs.change(job.id, ['creating'], { state: 'owed', holder: null, looks, lookInMs });
    return later(lookInMs);
  }
  return endAttempt(needs, job, shown(error), error.retryable);
};

const send = async (
  needs: PaidNeeds,
  vendor: GenerationProvider,
  job: VendorJobRow,
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const { vendorJobs, pauses } = needs;
  const firstLookMs = pollDelayMs(needs.pollMs, 0);
  const claim = {
    state: 'creating',
    holder: needs.holder,
    sentNow: true,
    lookInMs: 60_000,
  } as const;
  // Written before the wire: whoever finds this row knows that there may be a job at the vendor.
  if (!(await vendorJobs.change(job.id, ['owed'], claim)))
    return skipped('another process sends it');
  try {
    const { jobId } = await vendor.submit(request, signal);
    const change = {
      state: 'submitted',
      providerJobId: jobId,
      looks: 0,
      lookInMs: firstLookMs,
    } as const;
    await vendorJobs.change(job.id, ['creating'], change);
    await pauses.end(job.provider);
    return later(firstLookMs);
  } catch (error) {
    if (error instanceof ProviderError) return afterFailure(needs, job, error);
    throw error;
  }
};

/** An order whose vendor, or whose content check, takes nothing at present; nothing of it is lost. */
const waitPaused = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  waitMs: number,
): Promise<JobOutcome> => {
  await needs.vendorJobs.change(job.id, ['owed'], { lookInMs: waitMs });
  await tellWaiting(needs, job, pausedNotice);
  return later(waitMs);
};

/** Sends an order that is owed: rights and content are looked at first, then exactly one create goes out. */
export const submitCall = async (
  needs: PaidNeeds,
  job: VendorJobRow,
  signal: AbortSignal,
): Promise<JobOutcome> => {
  const vendor = needs.vendors.get(job.provider);
  if (!vendor) {
    const error = { code: 'provider-gone', message: `${job.provider} is not configured any more.` };
    return endAttempt(needs, job, error, false);
  }
  const pause = await needs.pauses.find(job.provider);
  if (pause && pause.leftMs > 0) return waitPaused(needs, job, pause.leftMs);
  return withScratch(async (folder) => {
    let request: GenerationRequest;
    try {
      await demandRights(needs, job.request as VendorOrder);
      request = await requestOf(needs, job, folder);
      await moderate(needs, request, signal);
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      if (error.code === pausedNotice.code) return waitPaused(needs, job, pausedLookMs);
      return endAttempt(needs, job, shown(error), false);
    }
    return send(needs, vendor, job, request, signal);
  });
};
