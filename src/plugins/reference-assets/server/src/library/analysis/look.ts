import { ProviderError, StepFailure } from '../../errors';
import type { MediaWorker } from '../../media/media-worker';
import type { Purpose, Purse } from '../../money/purse';
import type { PaidReply } from '../../providers/inquiry';
import type { PictureAnalyst, PictureWords } from '../../providers/language-ports';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';

type Needs = Pick<Stores, 'assets' | 'ledger' | 'replies' | 'transaction'> & {
  analyst: PictureAnalyst;
  media: Pick<MediaWorker, 'copyBounded'>;
  purse: Pick<Purse, 'raise' | 'settle' | 'release'>;
  /** ISO 639-1 code of the language the words are wanted in. */
  language: string;
};

/** How long a question may be under way before it counts as lost, ms; longer than any call may take. */
const leaseMs = 900_000;
const lookAgainMs = 1000;

/** What was seen, and what seeing it cost this asset: nothing when the same bytes were paid for before. */
export interface Seen {
  words: PictureWords;
  costUsd: number;
}

/** How a model is asked, as the end of the key of what it was asked about; the content hash comes before it. */
export const howAsked = (
  { provider, model, effort, promptVersion }: PictureAnalyst,
  language: string,
): string => ['', provider, model, effort, promptVersion, language].join('/');

/** For what an attempt's money is held: it comes out of the account of the asset's owner. */
const purposeOf = ({ owner }: AssetRow, key: string, attempt: number): Purpose => ({
  key: `analysis/${key}/${attempt}`,
  video: null,
  owner,
});

const unanswered = () =>
  new StepFailure(
    'outcome-unknown',
    'The connection broke while a model looked at the picture, and the service cannot say whether it answered: it counts as paid. Analyse the asset again to have it asked anew.',
  );

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Has a model look at a picture: claims the question, reserves its price, asks, keeps the reply and the bill in one
 * transaction, and only then reads it. The same bytes are never asked about twice in the same way.
 *
 * Throws: `InsufficientCreditsError`; `ProviderError` of the analyst; `StepFailure` `outcome-unknown` for a question that
 *         may have been answered though no reply came: it is written into the ledger at the most it can have cost, and
 *         only a person has it asked anew.
 */
export const createLook = (needs: Needs) => {
  const { assets, ledger, replies, transaction, analyst, media, purse, language } = needs;
  const how = howAsked(analyst, language);

  const bill = (row: AssetRow, entryKey: string, costUsd: number, model: string) =>
    ledger.write({
      entryKey,
      step: 'analysis',
      provider: analyst.provider,
      model,
      units: 1,
      unitUsd: costUsd,
      costUsd,
      asset: row.documentId,
      owner: row.owner,
    });

  const billLost = (row: AssetRow, key: string, attempt: number, quoteUsd: number) =>
    transaction(async () => {
      await bill(row, `${key}/${attempt}/outcome-unknown`, quoteUsd, analyst.model);
      await purse.settle(purposeOf(row, key, attempt), quoteUsd);
    });

  /** Reserves the most a question can cost and asks it: what is known not to have been answered costs nothing. */
  const askCovered = async (
    row: AssetRow,
    key: string,
    { attempt, lost }: { attempt: number; lost: boolean },
    picture: Buffer | string,
  ): Promise<PaidReply> => {
    const copy = await media.copyBounded(picture);
    const question = { ...copy, language };
    const quoteUsd = analyst.quoteUsd(question);
    if (lost) {
      await billLost(row, key, attempt - 1, quoteUsd);
      throw unanswered();
    }
    const purpose = purposeOf(row, key, attempt);
    await purse.raise(purpose, quoteUsd);
    // Never cut short when the process is asked to end: what is being paid for is waited for.
    return analyst.ask(question).catch(async (error: unknown) => {
      if (!(error instanceof ProviderError && error.outcomeUnknown)) {
        await purse.release(purpose.key);
        throw error;
      }
      await billLost(row, key, attempt, quoteUsd);
      throw error.code === 'bad-reply' ? error : unanswered();
    });
  };

  const ask = async (
    row: AssetRow,
    key: string,
    claim: { attempt: number; lost: boolean },
    picture: Buffer | string,
  ): Promise<PaidReply> => {
    const reply = await askCovered(row, key, claim, picture).catch(async (error: unknown) => {
      await replies.release(key);
      throw error;
    });
    try {
      await transaction(async () => {
        await replies.keep(key, reply);
        await bill(row, `${key}/${claim.attempt}`, reply.costUsd, reply.model);
        await assets.update(row.id, { vendorReply: reply.body });
        await purse.settle(purposeOf(row, key, claim.attempt), reply.costUsd);
      });
    } catch (error) {
      // It was paid for: whoever claims the question next bills this attempt before asking again.
      await replies.lose(key);
      throw error;
    }
    return reply;
  };

  const replyTo = async (
    row: AssetRow,
    key: string,
    picture: Buffer | string,
  ): Promise<{ reply: PaidReply; payer: string }> => {
    for (;;) {
      const about = { asset: row.documentId, model: analyst.model };
      const claim = await replies.claim(key, about, leaseMs);
      if ('reply' in claim) return { reply: claim.reply as PaidReply, payer: claim.asset };
      if ('attempt' in claim)
        return { reply: await ask(row, key, claim, picture), payer: row.documentId };
      await pause(lookAgainMs);
    }
  };

  return async (row: AssetRow, contentHash: string, picture: Buffer | string): Promise<Seen> => {
    const key = `${contentHash}${how}`;
    const { reply, payer } = await replyTo(row, key, picture);
    const costUsd = payer === row.documentId ? reply.costUsd : 0;
    try {
      return { words: analyst.read(reply), costUsd };
    } catch (error) {
      await replies.markUnreadable(key);
      await assets.update(row.id, { analysis: { ...row.analysis, costUsd } });
      throw error;
    }
  };
};
export type Look = ReturnType<typeof createLook>;
