import { ProviderError } from '../../errors';
import type { MediaWorker } from '../../media/media-worker';
import type { PaidReply } from '../../providers/inquiry';
import type { PictureAnalyst, PictureWords } from '../../providers/language-ports';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';

type Needs = Pick<Stores, 'assets' | 'ledger' | 'replies' | 'transaction'> & {
  analyst: PictureAnalyst;
  media: Pick<MediaWorker, 'copyBounded'>;
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

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Has a model look at a picture: claims the question, asks, keeps the reply and the bill in one transaction, and only
 * then reads it. The same bytes are never asked about twice in the same way.
 *
 * Throws: `ProviderError` of the analyst. A question whose outcome nobody knows is written into the ledger at the most
 *         it can have cost.
 */
export const createLook = (needs: Needs) => {
  const { assets, ledger, replies, transaction, analyst, media, language } = needs;
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
    bill(row, `${key}/${attempt}/outcome-unknown`, quoteUsd, analyst.model);

  const ask = async (
    row: AssetRow,
    key: string,
    { attempt, lost }: { attempt: number; lost: boolean },
    picture: Buffer | string,
  ): Promise<PaidReply> => {
    try {
      const copy = await media.copyBounded(picture);
      const question = { ...copy, language };
      if (lost) await billLost(row, key, attempt - 1, analyst.quoteUsd(question));
      // Never cut short when the process is asked to end: what is being paid for is waited for.
      const reply = await analyst.ask(question).catch(async (error: unknown) => {
        if (error instanceof ProviderError && error.outcomeUnknown)
          await billLost(row, key, attempt, analyst.quoteUsd(question));
        throw error;
      });
      await transaction(async () => {
        await replies.keep(key, reply);
        await bill(row, `${key}/${attempt}`, reply.costUsd, reply.model);
        await assets.update(row.id, { vendorReply: reply.body });
      });
      return reply;
    } catch (error) {
      await replies.release(key);
      throw error;
    }
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
