import { ProviderError, StepFailure } from '../../errors';
import type { Stores } from '../../stores';
import { roundUsd } from '../../money/usd';
import type { Inquiry, PaidReply } from '../../providers/inquiry';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { askedAlready, unansweredQuestion } from './failures';
import type { PaidNeeds } from './needs';
import type { AskedQuestion, QuestionBooks } from './question-books';
import { demandOpen, whileOpen } from './stop-queue';

type Needs = Pick<Stores, 'vendorJobs' | 'pauses'> & {
  books: QuestionBooks;
  log: PaidNeeds['log'];
};

/** A question to a language model: `key` names it by its input. */
export interface Question<Request, Answer> extends Omit<AskedQuestion, 'inquiry'> {
  inquiry: Inquiry<Request, Answer>;
  request: Request;
}

/** What may pass is tried again twice; then a person is asked. A wait that was asked for is no try. */
const passing: readonly string[] = ['unavailable', 'timeout'];
const mostTries = 3;

const failureOf = ({ code, message }: { code: string; message: string }) =>
  new StepFailure(code, message);

/**
 * Asks language models once for each question: the price is reserved, the reply stored before it is read.
 *
 * A reply that is there is read again, never paid for again. These vendors cannot be asked what became of a request, so
 * one whose reply never came is not sent again by itself: its price stays held, and only a person has it asked anew,
 * which counts the first as possibly paid.
 */
export const createPaidQuestions = (needs: Needs) => {
  const { vendorJobs, pauses, books, log } = needs;
  const lose = async (job: VendorJobRow): Promise<StepFailure> => {
    if (await books.lose(job))
      log.error(
        `${job.provider}: nobody knows what became of question ${job.id} (${job.model}); its price is held`,
      );
    return failureOf(unansweredQuestion);
  };

  /** What is known of a question that was asked before and has no reply. Throws: where it must not be asked again. */
  const clear = async (last: VendorJobRow): Promise<void> => {
    if (last.state === 'owed') return books.refused(last);
    if (last.state === 'creating') {
      if (books.isUnderWay(last)) throw failureOf(askedAlready);
      // A person gave the video up and took it up again.
      if (last.wanted) throw await lose(last);
      return books.writeOff(last);
    }
    if (last.state !== 'unknown') return;
    if (last.wanted) throw failureOf(unansweredQuestion);
    await books.writeOff(last);
  };

  const send = async <Request, Answer>(
    { inquiry, request }: Question<Request, Answer>,
    job: VendorJobRow,
  ): Promise<PaidReply> => {
    try {
      // Never cut short when the process is asked to end: what is being paid for is waited for.
      const reply = await whileOpen(needs, inquiry.provider, () => inquiry.ask(request));
      await books.answered(job, reply);
      await pauses.end(job.provider);
      return reply;
    } catch (error) {
      if (!(error instanceof ProviderError || error instanceof StepFailure)) throw error;
      const isLost = error instanceof ProviderError && error.outcomeUnknown;
      if (isLost && error.code !== 'bad-reply') throw await lose(job);
      const { message } = error;
      await (isLost ? books.unread(job) : books.refused(job, { code: error.code, message }));
      const isTooOften =
        passing.includes(error.code) &&
        (await vendorJobs.failedWith(job.callKey, passing)) >= mostTries;
      throw isTooOften ? failureOf({ code: error.code, message }) : error;
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
    /** Throws: `StepFailure` `outcome-unknown`, `asked-already`, `provider-paused`; what the vendor's inquiry throws. */
    async ask<Request, Answer>(question: Question<Request, Answer>): Promise<Answer> {
      const last = await vendorJobs.last(question.key);
      if (last?.state === 'collected' && last.outputs)
        return read(question, last.id, last.outputs as PaidReply);
      if (last) await clear(last);
      await demandOpen(needs, question.inquiry.provider);
      const quotedUsd = roundUsd(question.inquiry.quoteUsd(question.request));
      const job = await books.begin(question, quotedUsd, last);
      if (!job) throw failureOf(askedAlready);
      return read(question, job.id, await books.whileAsking(job, () => send(question, job)));
    },

    /** Whether a question has its answer, so that asking it costs nothing. */
    async isAnswered(key: string): Promise<boolean> {
      const last = await vendorJobs.last(key);
      return last?.state === 'collected' && last.outputs !== null;
    },

    /** For an answer that nobody needs any more: one whose reply was lost counts as paid and is not held on to. */
    async giveUp(key: string): Promise<void> {
      const last = await vendorJobs.last(key);
      if (last?.state === 'unknown') await books.writeOff(last);
    },
  };
};
export type PaidQuestions = ReturnType<typeof createPaidQuestions>;
