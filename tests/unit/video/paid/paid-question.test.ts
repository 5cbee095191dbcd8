import { createOpenAi } from '../../../../src/plugins/reference-assets/server/src/providers/openai';
import { createCarryCall } from '../../../../src/plugins/reference-assets/server/src/video/paid/carry-call';
import type { PaidNeeds } from '../../../../src/plugins/reference-assets/server/src/video/paid/needs';
import { createPaidQuestions } from '../../../../src/plugins/reference-assets/server/src/video/paid/paid-question';
import { createQuestionBooks } from '../../../../src/plugins/reference-assets/server/src/video/paid/question-books';
import { OpenAiServer } from '../../../vendors/openai';
import { openMoneyDatabase, type MoneyDatabase } from '../../money/money-database';

const video = 'video000000000000000000q';
const choice = { model: 'gpt-6-luna', effort: 'low', maxOutputTokens: 2000 } as const;
const request = { prompt: 'A film for our trail shoe' };

describe('a question to a language model', () => {
  let money: MoneyDatabase;
  let server: OpenAiServer;
  beforeAll(async () => {
    [money, server] = await Promise.all([openMoneyDatabase(), OpenAiServer.start()]);
  }, 180_000);
  beforeEach(() => server.reset());
  afterAll(async () => {
    await server?.stop();
    await money?.close();
  });

  const open = async () => {
    const { purse } = await money.under({ installation: { balanceUsd: 1 } });
    const lines = new Map<string, { costUsd: number; note?: string }>();
    const gone = new Set<string>();
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const ledger = {
      write: async (line: { entryKey: string; costUsd: number; note?: string }) =>
        void (lines.has(line.entryKey) || lines.set(line.entryKey, line)),
      total: async () => undefined,
    };
    const { entities } = createOpenAi({
      ...{ apiKey: server.apiKey, baseUrl: server.baseUrl, timeoutMs: 5000 },
      ...{ analysis: choice, planning: choice, moderationModel: 'm', rates: {} },
    });
    const booksOf = (holder: string) =>
      createQuestionBooks({
        ...{ ...money, purse, holder, longestAskMs: 60_000 },
        ledger: ledger as never, // plain rows stand in for the store of Strapi's own table
        isGone: (other) => gone.has(other),
      });
    const books = booksOf('me');
    const questions = createPaidQuestions({ ...money, books, log });
    const carry = createCarryCall({ ...money, books } as unknown as PaidNeeds);
    const inquiry = { key: 'q', step: 'plan', inquiry: entities, video, owner: null } as const;
    return {
      ...{ books, booksOf, gone, lines, entities },
      ask: () => questions.ask({ ...inquiry, request }),
      /** What another process noted before it asked. */
      begin: (holder: string) => booksOf(holder).begin(inquiry, entities.quoteUsd(request), null),
      ring: (callId: string) =>
        carry.run(
          { kind: 'vendor.call', callId },
          { attempt: 1, signal: new AbortController().signal },
        ),
      row: () => money.vendorJobs.last('q'),
      heldUsd: () => money.holds.ofVideo(video),
      ledgerUsd: () => [...lines.values()].reduce((sum, { costUsd }) => sum + costUsd, 0),
    };
  };

  it('whose connection breaks is not sent again by itself; a person has it asked anew, the first counts as paid', async () => {
    const house = await open();
    const quoteUsd = house.entities.quoteUsd(request);
    server.next({ kind: 'reset' });
    await expect(house.ask()).rejects.toMatchObject({ code: 'outcome-unknown' });
    await expect(house.ask()).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(server.seen).toHaveLength(1);
    expect([await house.heldUsd(), house.ledgerUsd()]).toEqual([quoteUsd, 0]);

    await money.vendorJobs.dismiss(video);
    await expect(house.ask()).resolves.toMatchObject({ product: 'trail shoe' });
    await house.ask();
    expect(server.seen).toHaveLength(2);
    const [first, second] = [...house.lines.values()];
    expect(first).toMatchObject({
      costUsd: quoteUsd,
      note: expect.stringMatching(/possibly paid/),
    });
    expect(second!.costUsd).toBeLessThan(quoteUsd);
    expect(await house.heldUsd()).toBe(0);
    const account = await money.accounts.find('installation');
    expect(account!.balanceUsd).toBeCloseTo(1 - house.ledgerUsd(), 8);
  });

  it('left behind by a process that was killed is not sent again by itself', async () => {
    const house = await open();
    await house.begin('killed');
    await expect(house.ask()).rejects.toMatchObject({ code: 'asked-already' });
    house.gone.add('killed');
    await expect(house.ask()).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(server.seen).toHaveLength(0);
    expect(await house.heldUsd()).toBeGreaterThan(0);
  });

  it('is left alone by a bell while it is asked, and ended by one when nobody waits any more', async () => {
    const house = await open();
    const job = (await house.begin('busy'))!;
    await house.ring(job.id);
    expect(await house.row()).toMatchObject({ state: 'creating' });
    await money.vendorJobs.unwant(video);
    house.gone.add('busy');
    await house.ring(job.id);
    expect(await house.row()).toMatchObject({ state: 'failed' });
    expect([...house.lines.values()]).toMatchObject([{ costUsd: job.priceUsd }]);
    expect(await house.heldUsd()).toBe(0);
  });

  it('whose reply comes after it was given up for lost is paid as the reply says', async () => {
    const house = await open();
    const job = (await house.begin('slow'))!;
    const reply = await house.entities.ask(request);
    house.gone.add('slow');
    await expect(house.ask()).rejects.toMatchObject({ code: 'outcome-unknown' });
    await house.booksOf('slow').answered(job, reply);
    await expect(house.ask()).resolves.toMatchObject({ product: 'trail shoe' });
    expect(server.seen).toHaveLength(1);
    expect(house.ledgerUsd()).toBeCloseTo(reply.costUsd, 8);
  });

  it('that meets a fault three times is given back to a person, who may have it tried three times more', async () => {
    const house = await open();
    const retryable = () => house.ask().catch((error: { retryable?: boolean }) => error.retryable);
    server.usually({ kind: 'status', status: 500 });
    expect([await retryable(), await retryable(), await retryable()]).toEqual([
      true,
      true,
      undefined,
    ]);
    await money.vendorJobs.dismiss(video);
    expect(await retryable()).toBe(true);
    server.usually({ kind: 'status', status: 429 });
    expect(await retryable()).toBe(true);
    server.usually();
    await expect(house.ask()).resolves.toMatchObject({ product: 'trail shoe' });
    expect([await house.heldUsd(), house.lines.size]).toEqual([0, 1]);
  });

  it('answered with half a reply was made: it counts as paid, and fails where people look', async () => {
    const house = await open();
    server.next({ kind: 'bad-body' });
    await expect(house.ask()).rejects.toMatchObject({ code: 'bad-reply' });
    expect([...house.lines.values()]).toMatchObject([
      { costUsd: house.entities.quoteUsd(request), note: expect.stringMatching(/possibly paid/) },
    ]);
    expect(await house.heldUsd()).toBe(0);
  });
});
