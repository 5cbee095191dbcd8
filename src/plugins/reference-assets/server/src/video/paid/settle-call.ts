import { roundUsd } from '../../money/usd';
import type { VendorJobState } from '../../../../shared/contracts/money';
import type { VendorJobChange, VendorJobRow } from '../../stores/money/vendor-jobs';
import type { PaidNeeds } from './needs';
import { purposeOf } from './purpose';
import { isQuestion } from './question-books';
import type { VendorOrder } from './vendor-order';

type Needs = Pick<PaidNeeds, 'vendorJobs' | 'purse' | 'ledger' | 'transaction'>;

/** How a job ended, as far as money goes. Units: `seconds` of the vendor's machine. */
export interface Ending {
  outcome: 'succeeded' | 'failed' | 'canceled';
  seconds?: number;
}

/**
 * What a vendor charges for a job that ended.
 *
 * Machine time is charged however the job ended; a model with a price for its result charges for a result, and for a
 * job that was stopped while it ran. Source: Replicate's changelog and lifecycle pages.
 */
export const costOf = (order: VendorOrder, { outcome, seconds }: Ending): number => {
  const { price, bySecond } = order;
  if (bySecond)
    return seconds === undefined && outcome === 'succeeded'
      ? price.usd
      : roundUsd((seconds ?? 0) * price.unitUsd);
  if (outcome === 'succeeded') return price.usd;
  return outcome === 'canceled' && (seconds ?? 0) > 0 ? price.usd : 0;
};

/** Writes the ledger's line of a job. */
const record = async (
  { ledger }: Needs,
  job: VendorJobRow,
  costUsd: number,
  seconds: number | undefined,
  note?: string,
): Promise<void> => {
  const { price, bySecond } = job.request as VendorOrder;
  const units = costUsd === 0 ? 0 : bySecond ? (seconds ?? price.units) : price.units;
  await ledger.write({
    entryKey: `vendor/${job.id}`,
    step: job.step,
    provider: job.provider,
    model: job.model,
    units,
    unitUsd: price.unitUsd,
    costUsd,
    video: job.video,
    beat: job.beat,
    asset: job.asset,
    owner: job.owner,
    providerJobId: job.providerJobId,
    note,
  });
};

/**
 * Ends a job's money in one transaction: its state, the ledger's line, the account. False when that was done before.
 */
export const settleCall = (
  needs: Needs,
  job: VendorJobRow,
  ending: Ending,
  change: VendorJobChange & { state: VendorJobState },
): Promise<boolean> =>
  needs.transaction(async () => {
    const costUsd = costOf(job.request as VendorOrder, ending);
    const from: VendorJobState[] = ['owed', 'creating', 'submitted'];
    const data = { ...change, costUsd, seconds: ending.seconds ?? null, endedNow: true };
    if (!(await needs.vendorJobs.change(job.id, from, data))) return false;
    const isSent = job.providerJobId !== null;
    const note = ending.outcome === 'succeeded' ? undefined : `${ending.outcome}`;
    if (isSent) await record(needs, job, costUsd, ending.seconds, note);
    // The video's row before the account's, as everywhere: two that lock both never wait for each other.
    if (job.video) await needs.ledger.total(job.video);
    await needs.purse.settle(purposeOf(job), costUsd);
    return true;
  });

/** Gives an order up whose outcome nobody knows: it is charged as if it had been made, and the ledger says so. */
export const writeOff = (
  needs: Needs & Pick<PaidNeeds, 'books'>,
  job: VendorJobRow,
): Promise<void> => {
  if (isQuestion(job)) return needs.books.writeOff(job);
  return needs.transaction(async () => {
    const change = { state: 'failed', costUsd: job.priceUsd, endedNow: true } as const;
    if (!(await needs.vendorJobs.change(job.id, ['unknown'], change))) return;
    await record(needs, job, job.priceUsd, undefined, 'outcome unknown: possibly paid');
    if (job.video) await needs.ledger.total(job.video);
    await needs.purse.settle(purposeOf(job), job.priceUsd);
  });
};
