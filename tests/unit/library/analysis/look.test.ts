import { ProviderError } from '../../../../src/plugins/reference-assets/server/src/errors';
import { describeFailure } from '../../../../src/plugins/reference-assets/server/src/describe-failure';
import { createLook } from '../../../../src/plugins/reference-assets/server/src/library/analysis/look';
import { InsufficientCreditsError } from '../../../../src/plugins/reference-assets/server/src/money/insufficient-credits';
import type { Purpose } from '../../../../src/plugins/reference-assets/server/src/money/purse';
import type { PaidReply } from '../../../../src/plugins/reference-assets/server/src/providers/inquiry';

const row = { id: 1, documentId: 'abcdefghijkl', owner: 'anna', analysis: null };
const other = { ...row, id: 2, documentId: 'mnopqrstuvwx' };
const words = { caption: 'A shoe' };
const reply: PaidReply = {
  provider: 'openai',
  model: 'gpt-x-2026-01-01',
  requestId: 'req_1',
  usage: { inputTokens: 1, cachedTokens: 0, cacheWriteTokens: 0, outputTokens: 1 },
  costUsd: 0.0004,
  body: { id: 'resp_1' },
};

const failure = (details: object) =>
  new ProviderError('no', {
    provider: 'openai',
    operation: 'analyse-picture',
    code: 'timeout',
    retryable: true,
    ...details,
  });

/** Stores as plain objects, an analyst that answers as told, and everything that happened in its order. */
const setUp = (answers: (() => Promise<PaidReply>)[], read: () => object = () => words) => {
  const said: string[] = [];
  const kept = new Map<string, { reply: PaidReply; asset: string; readable: boolean }>();
  let attempts = 0;
  let lost = false;
  let isStored = true;
  let coveredUsd = 1;
  const brief = (key: string) => key.split('/').slice(7).join('/');
  const needs = {
    language: 'en',
    media: {
      copyBounded: async () => ({ bytes: Buffer.of(1), mime: 'image/jpeg', width: 1, height: 1 }),
    },
    transaction: <T>(work: () => Promise<T>) => work(),
    assets: {
      update: async (_id: number, data: object) => {
        if (!isStored) throw new Error('the database is gone');
        said.push(`row ${Object.keys(data).join()}`);
      },
    },
    purse: {
      raise: async ({ key }: Purpose, usd: number) => {
        if (usd > coveredUsd)
          throw new InsufficientCreditsError({
            ...{ limit: 'balance', requiredUsd: usd, availableUsd: 0, missingUsd: usd },
          });
        said.push(`hold ${brief(key)} ${usd}`);
      },
      settle: async ({ key, owner }: Purpose, usd: number) =>
        void said.push(`pay ${brief(key)} ${usd} of ${owner}`),
      release: async (key: string) => void said.push(`free ${brief(key)}`),
    },
    ledger: {
      write: async ({ entryKey, costUsd }: { entryKey: string; costUsd: number }) =>
        void said.push(`bill ${entryKey.split('/').slice(6).join('/')} ${costUsd}`),
    },
    replies: {
      claim: async (key: string, { asset }: { asset: string }) => {
        const known = kept.get(key);
        if (known?.readable) return { reply: known.reply, asset: known.asset };
        attempts += 1;
        kept.set(key, { reply, asset, readable: false });
        return { attempt: attempts, lost };
      },
      keep: async (key: string, answer: PaidReply) => {
        said.push('keep');
        kept.set(key, { ...kept.get(key)!, reply: answer, readable: true });
      },
      release: async () => void said.push('release'),
      lose: async () => void said.push('lose'),
      markUnreadable: async (key: string) => {
        said.push('unreadable');
        kept.get(key)!.readable = false;
      },
    },
    analyst: {
      provider: 'openai',
      model: 'gpt-x',
      effort: 'low',
      promptVersion: 'picture-1',
      quoteUsd: () => 0.002,
      ask: () => {
        said.push('ask');
        return answers.shift()!();
      },
      read: () => {
        said.push('read');
        return read();
      },
    },
  };
  const look = createLook(needs as never); // fakes of what it uses
  return {
    look,
    said,
    loseOne: () => (lost = true),
    loseNone: () => (lost = false),
    breakStore: () => (isStored = false),
    spend: () => (coveredUsd = 0),
  };
};

describe('looking at a picture for money', () => {
  it('keeps reply and bill before it reads, and asks once for the same bytes', async () => {
    const { look, said } = setUp([async () => reply]);
    expect(await look(row as never, 'hash', 'file')).toEqual({ words, costUsd: 0.0004 });
    expect(said).toEqual([
      ...['hold 1 0.002', 'ask', 'keep', 'bill 1 0.0004', 'row vendorReply'],
      ...['pay 1 0.0004 of anna', 'read'],
    ]);
    expect(await look(row as never, 'hash', 'file')).toEqual({ words, costUsd: 0.0004 });
    expect(await look(other as never, 'hash', 'file')).toEqual({ words, costUsd: 0 });
    expect(said.filter((one) => one === 'ask')).toHaveLength(1);
  });

  it('bills the most a call can have cost when nobody knows how it ended, and leaves it to a person', async () => {
    const gone = async () => Promise.reject(failure({ outcomeUnknown: true }));
    const { look, said } = setUp([gone, async () => reply]);
    await expect(look(row as never, 'hash', 'file')).rejects.toMatchObject({
      name: 'StepFailure',
      code: 'outcome-unknown',
    });
    const bill = ['bill 1/outcome-unknown 0.002', 'pay 1 0.002 of anna'];
    expect(said).toEqual(['hold 1 0.002', 'ask', ...bill, 'release']);
    await look(row as never, 'hash', 'file');
    expect(said).toContain('bill 2 0.0004');
  });

  it('bills nothing for a call that was refused', async () => {
    const { look, said } = setUp([async () => Promise.reject(failure({ code: 'rate-limited' }))]);
    await expect(look(row as never, 'hash', 'file')).rejects.toMatchObject({
      code: 'rate-limited',
    });
    expect(said).toEqual(['hold 1 0.002', 'ask', 'free 1', 'release']);
  });

  it('bills what a killed process may have begun, and asks again only for a person', async () => {
    const { look, said, loseOne, loseNone } = setUp([async () => reply]);
    loseOne();
    await expect(look(row as never, 'hash', 'file')).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
    expect(said).toEqual([...['bill 0/outcome-unknown 0.002', 'pay 0 0.002 of anna', 'release']]);
    loseNone();
    await look(row as never, 'hash', 'file');
    expect(said.filter((one) => one === 'ask')).toHaveLength(1);
  });

  it('asks nothing that the account of the owner does not cover', async () => {
    const { look, said, spend } = setUp([async () => reply]);
    spend();
    const refused = await look(row as never, 'hash', 'file').catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 402 });
    expect(describeFailure(refused)).toMatchObject({
      ...{ code: 'insufficient-credits', retryable: false },
    });
    expect(said).toEqual(['release']);
  });

  it('leaves a paid reply that could not be kept to be billed, not to be asked again for nothing', async () => {
    const { look, said, breakStore } = setUp([async () => reply]);
    breakStore();
    await expect(look(row as never, 'hash', 'file')).rejects.toThrow(/database/);
    expect(said.at(-1)).toBe('lose');
    expect(said).not.toContain('release');
  });

  it('shows what an unusable answer cost, and asks again when asked again', async () => {
    const answers = [async () => reply, async () => reply];
    let readable = false;
    const { look, said } = setUp(answers, () => {
      if (readable) return words;
      throw failure({ code: 'bad-reply', retryable: false });
    });
    await expect(look(row as never, 'hash', 'file')).rejects.toMatchObject({ code: 'bad-reply' });
    expect(said.slice(-3)).toEqual(['read', 'unreadable', 'row analysis']);
    readable = true;
    await look(row as never, 'hash', 'file');
    expect(said.filter((one) => one === 'ask')).toHaveLength(2);
    expect(said).toContain('bill 2 0.0004');
  });
});
