import { randomUUID } from 'node:crypto';
import type { ModelRow } from '../../../../shared/contracts/models';
import type { PriceLine } from '../../../../shared/contracts/prices';
import { StepFailure } from '../../errors';
import { videoHold } from '../../money/purse';
import { liveStates } from '../../../../shared/contracts/money';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { VideoRow } from '../../stores/video-rows';
import type { PaidNeeds } from './needs';
import { purposeOf } from './purpose';
import { writeOff } from './settle-call';
import type { VendorOrder } from './vendor-order';

/** A thing to be paid for: `key` names it by its input, so that the same thing is not ordered twice. */
export interface Demand {
  key: string;
  model: ModelRow;
  step: PriceLine['step'];
  video: VideoRow;
  beat?: string;
  order: VendorOrder;
  /** Whether the rows, read again, still lack it: its last order may have ended since they were read. */
  isLacking(): Promise<boolean>;
}

/** A look-up that a person asked for once more starts from here; see {@link createPaidCalls}. */
export const secondLook = 1000;

/** Ordering from vendors, once for each thing, and ending what is no longer wanted. */
export const createPaidCalls = (needs: PaidNeeds) => {
  const { vendorJobs, purse, jobs, transaction, vendors } = needs;
  const ring = (callId: string) => jobs.ring({ kind: 'vendor.call', callId });

  /** Reserves the price and writes the attempt down, together; nothing has been sent yet. */
  const begin = async (demand: Demand, earlier: VendorJobRow | null): Promise<void> => {
    const { key, model, step, video, beat, order } = demand;
    const id = randomUUID();
    const job = { id, video: video.documentId, owner: video.owner };
    const isMine = await transaction(async () => {
      // Held, so that a cancel comes either before and is seen here, or after and ends what is added here.
      await needs.videos.lock(video.documentId);
      if (!(await demand.isLacking())) return false;
      const added = await vendorJobs.add({
        ...job,
        callKey: key,
        attempt: (earlier?.attempt ?? 0) + 1,
        round: (earlier?.round ?? 0) + 1,
        provider: model.provider,
        model: model.name,
        step,
        beat: beat ?? null,
        asset: null,
        request: order,
        priceUsd: order.price.usd,
      });
      if (added) await purse.draw(purposeOf(job), order.price.usd);
      return added;
    });
    if (isMine) await ring(id);
  };

  /** An order of which nobody knows what became: looked up once more, then given up as possibly paid. */
  const reopen = async (job: VendorJobRow): Promise<boolean> => {
    // One whose id is known is asked for; one whose id is not, looked for.
    const state = job.providerJobId ? 'submitted' : 'creating';
    const canLook = state === 'submitted' || vendors.get(job.provider)?.canFind;
    if (!canLook || job.looks >= secondLook) {
      await writeOff(needs, job);
      return false;
    }
    const change = { state, wanted: true, holder: null, looks: secondLook } as const;
    await vendorJobs.change(job.id, ['unknown'], { ...change, error: null });
    await ring(job.id);
    return true;
  };

  return {
    /**
     * Sees to it that a thing is ordered. Returns once that is written down; the result comes by itself.
     *
     * What ends an order puts its result in place in the same transaction: whoever finds it ended and then still
     * finds the thing lacking may order it.
     *
     * Throws: `InsufficientCreditsError`; `StepFailure` `content-rejected` for what the vendor refused already.
     */
    async demand(demand: Demand): Promise<void> {
      const last = await vendorJobs.last(demand.key);
      if (last && liveStates.includes(last.state)) {
        // One that is under way has its own bell; see `watch-calls.ts` for one that was lost.
        if (last.wanted) return;
        await vendorJobs.want(demand.key);
        return ring(last.id);
      }
      if (last?.state === 'failed' && last.error?.code === 'content-rejected')
        throw new StepFailure('content-rejected', last.error.message);
      if (last?.state === 'unknown' && (await reopen(last))) return;
      await begin(demand, last);
    },

    /** The last attempt at a thing. */
    last: (key: string): Promise<VendorJobRow | null> => vendorJobs.last(key),

    /** An operator saw to a vendor's credit, quota or key: its orders are tried at once. */
    async resume(provider: string): Promise<void> {
      if (!(await needs.pauses.tryNow(provider))) return;
      for (const id of await vendorJobs.owedTo(provider)) await ring(id);
      for (const id of await needs.videos.inStages(['queued', 'planning'], 1000))
        await needs.advance(id);
    },

    /** A person tries a video again: what failed for it as a whole may be ordered anew. */
    dismiss: (videoId: string): Promise<void> => vendorJobs.dismiss(videoId),

    /** Frees what is still set aside for a video. */
    free: (videoId: string): Promise<void> => purse.release(videoHold(videoId)),

    /** Ends what a video has under way, as far as the vendors let it; what is paid for by then is kept. */
    async endFor(videoId: string): Promise<void> {
      for (const id of await vendorJobs.unwant(videoId)) await ring(id);
      // Nobody will ask for these again, so they count as paid.
      for (const job of await vendorJobs.ofVideo(videoId))
        if (job.state === 'unknown') await writeOff(needs, job);
    },
  };
};
export type PaidCalls = ReturnType<typeof createPaidCalls>;
