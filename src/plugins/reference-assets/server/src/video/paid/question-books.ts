import { randomUUID } from 'node:crypto';
import { roundUsd } from '../../money/usd';
import type { Purse } from '../../money/purse';
import type { Inquiry, PaidReply } from '../../providers/inquiry';
import type { PriceLine } from '../../../../shared/contracts/prices';
import type { VendorJobState } from '../../../../shared/contracts/money';
import type { Stores } from '../../stores';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { StepError } from '../../stores/video-rows';
import { unansweredQuestion } from './failures';
import { purposeOf } from './purpose';

type Needs = Pick<Stores, 'vendorJobs' | 'ledger' | 'transaction'> & {
  purse: Purse;
  holder: string;
  isGone(holder: string): boolean;
  /** How long a question may be under way in a process that nobody can look at, ms. */
  longestAskMs: number;
};

/** What is written down of a question before it is asked. */
export interface AskedQuestion {
  key: string;
  step: PriceLine['step'];
  inquiry: Pick<Inquiry<never, unknown>, 'provider' | 'model'>;
  video?: string;
  asset?: string;
  owner: string | null;
}

const unended: VendorJobState[] = ['owed', 'creating', 'unknown'];

/** Whether a call is a question to a language model, which the step that needs the answer asks itself. */
export const isQuestion = ({ step }: Pick<VendorJobRow, 'step'>): boolean =>
  step === 'plan' || step === 'analysis';

/** The books of questions to language models: what is held for one, what came of it, what it cost. */
export const createQuestionBooks = (needs: Needs) => {
  const { vendorJobs, ledger, transaction, purse, holder } = needs;
  /** Questions that this process waits for. */
  const asking = new Set<string>();

  const end = (
    job: VendorJobRow,
    costUsd: number,
    reply: PaidReply | null,
    note?: string,
    error: StepError | null = null,
  ) =>
    transaction(async () => {
      const change = reply
        ? ({ state: 'collected', outputs: reply, providerJobId: reply.requestId } as const)
        : ({ state: 'failed' } as const);
      const data = { ...change, costUsd, error, endedNow: true };
      // A reply counts also where nobody waits for it any more.
      if (!(await vendorJobs.change(job.id, unended, data))) return;
      if (costUsd > 0)
        await ledger.write({
          entryKey: `vendor/${job.id}`,
          step: job.step,
          provider: job.provider,
          model: reply?.model ?? job.model,
          units: 1,
          unitUsd: costUsd,
          costUsd,
          video: job.video,
          asset: job.asset,
          owner: job.owner,
          providerJobId: reply?.requestId,
          note,
        });
      if (job.video) await ledger.total(job.video);
      await purse.settle(purposeOf(job), costUsd);
    });

  return {
    /** Reserves the price and notes that the question goes out; null when another process was first. */
    async begin(
      question: AskedQuestion,
      quotedUsd: number,
      earlier: VendorJobRow | null,
    ): Promise<VendorJobRow | null> {
      const { key, step, inquiry, video, asset, owner } = question;
      const job = { id: randomUUID(), video: video ?? null, owner };
      const isMine = await transaction(async () => {
        const added = await vendorJobs.add({
          ...job,
          callKey: key,
          attempt: (earlier?.attempt ?? 0) + 1,
          round: (earlier?.round ?? 0) + 1,
          provider: inquiry.provider,
          model: inquiry.model,
          step,
          beat: null,
          asset: asset ?? null,
          request: {},
          priceUsd: quotedUsd,
        });
        if (!added) return false;
        await purse.draw(purposeOf(job), quotedUsd);
        const claim = { state: 'creating', holder, sentNow: true } as const;
        return vendorJobs.change(job.id, ['owed'], { ...claim, lookInMs: needs.longestAskMs });
      });
      return isMine ? vendorJobs.find(job.id) : null;
    },

    /** Marks a question as waited for while it is asked. */
    async whileAsking<T>({ id }: VendorJobRow, ask: () => Promise<T>): Promise<T> {
      asking.add(id);
      try {
        return await ask();
      } finally {
        asking.delete(id);
      }
    },

    /** Writes a reply and its bill down, together. */
    answered: (job: VendorJobRow, reply: PaidReply) => end(job, roundUsd(reply.costUsd), reply),

    /** Nothing was made and nothing is paid. */
    refused: (job: VendorJobRow, error?: StepError) => end(job, 0, null, undefined, error),

    /** Something was made that nobody can read: it counts as paid at its quoted price. */
    unread: (job: VendorJobRow) => end(job, job.priceUsd, null, 'unreadable reply: possibly paid'),

    /** A person asks anew: what nobody ever heard of counts as paid at its quoted price. */
    writeOff: (job: VendorJobRow) => end(job, job.priceUsd, null, 'outcome unknown: possibly paid'),

    /** Nobody knows whether it was answered: its price stays held, and a person decides. */
    lose: (job: VendorJobRow): Promise<boolean> =>
      vendorJobs.change(job.id, ['creating'], {
        state: 'unknown',
        error: unansweredQuestion,
        holder: null,
      }),

    /** Whether somebody still waits for the reply, as far as that can be told. */
    isUnderWay: (job: VendorJobRow): boolean => {
      if (asking.has(job.id)) return true;
      const ageMs = Date.now() - new Date(job.sentAt ?? job.createdAt).getTime();
      const isOthers = job.holder !== null && job.holder !== holder && !needs.isGone(job.holder);
      return isOthers && ageMs < needs.longestAskMs;
    },
  };
};
export type QuestionBooks = ReturnType<typeof createQuestionBooks>;
