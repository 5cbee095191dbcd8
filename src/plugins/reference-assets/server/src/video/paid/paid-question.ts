import { randomUUID } from 'node:crypto';
import { ProviderError, StepFailure } from '../../errors';
import type { Stores } from '../../stores';
import type { Purse } from '../../money/purse';
import { roundUsd } from '../../money/usd';
import type { Inquiry, PaidReply } from '../../providers/inquiry';
import type { PriceLine } from '../../../../shared/contracts/videos';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { purposeOf } from './purpose';
import { demandOpen, whileOpen } from './stop-queue';
import type { PaidNeeds } from './needs';

type Needs = Pick<Stores, 'vendorJobs' | 'ledger' | 'transaction' | 'pauses'> & {
  purse: Purse;
  log: PaidNeeds['log'];
};

/** A question to a language model: `key` names it by its input. */
export interface Question<Request, Answer> {
  key: string;
  step: PriceLine['step'];
  inquiry: Inquiry<Request, Answer>;
  request: Request;
  video?: string;
  asset?: string;
  owner: string | null;
}

type AnyQuestion = Omit<Question<unknown, unknown>, 'inquiry' | 'request'> & {
  inquiry: Pick<Inquiry<never, unknown>, 'provider' | 'model'>;
};

/**
 * Asks language models once for each question: the price is reserved, the reply stored before it is read.
 *
 * A reply that is there is read again, never paid for again. These vendors cannot be asked what became of a request, so
 * one whose outcome was lost is charged at its quoted price as possibly paid, and asked again.
 */
export const createPaidQuestions = (needs: Needs) => {
  const { vendorJobs, ledger, transaction, pauses, purse } = needs;

  const end = (job: VendorJobRow, costUsd: number, reply: PaidReply | null, note?: string) =>
    transaction(async () => {
      const change = reply
        ? ({ state: 'collected', outputs: reply, providerJobId: reply.requestId } as const)
        : ({ state: 'failed' } as const);
      const data = { ...change, costUsd, endedNow: true };
      if (!(await vendorJobs.change(job.id, ['owed', 'creating'], data))) return;
      const line = { entryKey: `vendor/${job.id}`, step: job.step, provider: job.provider };
      if (costUsd > 0)
        await ledger.write({
          ...line,
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

  const begin = async (question: AnyQuestion, quotedUsd: number, earlier: VendorJobRow | null) => {
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
      return vendorJobs.change(job.id, ['owed'], { state: 'creating', sentNow: true });
    });
    const row = isMine ? await vendorJobs.find(job.id) : null;
    if (!row) throw new StepFailure('superseded', 'The same question is being asked already.');
    return row;
  };

  const send = async <Request, Answer>(
    { inquiry, request }: Question<Request, Answer>,
    job: VendorJobRow,
    signal: AbortSignal,
  ): Promise<PaidReply> => {
    try {
      const reply = await whileOpen(needs, inquiry.provider, () => inquiry.ask(request, signal));
      await end(job, roundUsd(reply.costUsd), reply);
      await pauses.end(job.provider);
      return reply;
    } catch (error) {
      const isLost = error instanceof ProviderError && error.outcomeUnknown;
      if (!isLost && !(error instanceof ProviderError || error instanceof StepFailure)) throw error;
      await end(job, isLost ? job.priceUsd : 0, null, isLost ? lost : undefined);
      throw error;
    }
  };

  /** An answer that is no answer is paid for; whoever asks again gets another one. */
  const read = async <Request, Answer>(
    { inquiry, request }: Question<Request, Answer>,
    jobId: string,
    reply: PaidReply,
  ): Promise<Answer> => {
    try {
      return inquiry.read(reply, request);
    } catch (error) {
      if (error instanceof ProviderError && error.code === 'bad-reply')
        await vendorJobs.change(jobId, ['collected'], { state: 'failed' });
      throw error;
    }
  };

  return {
    async ask<Request, Answer>(
      question: Question<Request, Answer>,
      signal: AbortSignal,
    ): Promise<Answer> {
      const last = await vendorJobs.last(question.key);
      if (last?.state === 'collected' && last.outputs)
        return read(question, last.id, last.outputs as PaidReply);
      // Left behind by a process that ended: nobody else asks the same question at the same time.
      if (last?.state === 'creating' || last?.state === 'owed')
        await end(last, last.state === 'creating' ? last.priceUsd : 0, null, lost);
      await demandOpen(needs, question.inquiry.provider);
      const quotedUsd = roundUsd(question.inquiry.quoteUsd(question.request));
      const job = await begin(question, quotedUsd, last);
      return read(question, job.id, await send(question, job, signal));
    },
  };
};
const lost = 'outcome unknown: possibly paid';
export type PaidQuestions = ReturnType<typeof createPaidQuestions>;
