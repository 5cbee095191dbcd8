import { InsufficientCreditsError } from '../../../src/plugins/reference-assets/server/src/money/insufficient-credits';
import { createManageAccounts } from '../../../src/plugins/reference-assets/server/src/money/manage-accounts';
import { videoHold } from '../../../src/plugins/reference-assets/server/src/money/purse';
import { openMoneyDatabase, type MoneyDatabase } from './money-database';

const purpose = (key: string, video: string | null = null) => ({ key, video, owner: null });

describe('money set aside', () => {
  let money: MoneyDatabase;
  const start = async (budget: object) => ({
    ...money,
    ...(await money.under({ installation: budget })),
  });
  const account = async () => (await money.accounts.find('installation'))!;
  beforeAll(async () => {
    money = await openMoneyDatabase();
  }, 180_000);
  afterAll(() => money.close());

  it('grants of fifty at once what the balance covers, and not a cent more', async () => {
    const { purse } = await start({ balanceUsd: 1 });
    const asked = Array.from({ length: 50 }, (_, n) => purse.raise(purpose(`video/${n}`), 0.07));
    const answers = await Promise.allSettled(asked);
    const granted = answers.filter(({ status }) => status === 'fulfilled').length;
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? one.reason : []));
    expect(granted).toBe(14);
    expect(refused.every((error) => error instanceof InsufficientCreditsError)).toBe(true);
    expect(refused[0]).toMatchObject({
      status: 402,
      details: { limit: 'balance', requiredUsd: 0.07, availableUsd: 0.02, missingUsd: 0.05 },
    });
    expect(await account()).toMatchObject({ balanceUsd: 1, heldUsd: 0.98 });
  });

  it('takes a call out of its video, pays what it cost and leaves the rest with the video', async () => {
    const { purse, holds } = await start({ balanceUsd: 2 });
    await purse.raise(purpose(videoHold('v'), 'v'), 1);
    await purse.draw(purpose('call/a', 'v'), 0.4);
    expect(await holds.find(videoHold('v'))).toMatchObject({ amountUsd: 0.6 });
    await purse.settle(purpose('call/a', 'v'), 0.3);
    await purse.settle(purpose('call/a', 'v'), 0.3);
    expect(await holds.find(videoHold('v'))).toMatchObject({ amountUsd: 0.7 });
    expect(await account()).toMatchObject({ balanceUsd: 1.7, heldUsd: 0.7 });
    await purse.release(videoHold('v'));
    expect(await account()).toMatchObject({ balanceUsd: 1.7, heldUsd: 0, spentThisMonthUsd: 0.3 });
  });

  it('owes what a job cost more than the balance has, and takes it from the next top-up', async () => {
    const { purse, accounts } = await start({ balanceUsd: 0.5 });
    await purse.draw(purpose('call/a', 'v'), 0.5);
    await purse.settle(purpose('call/a', 'v'), 0.8);
    expect(await account()).toMatchObject({ balanceUsd: 0, heldUsd: 0, owedUsd: 0.3 });
    await accounts.add('installation', 1);
    expect(await account()).toMatchObject({ balanceUsd: 0.7, owedUsd: 0 });
  });

  it.each([
    ['monthly-cap', { monthlyCapUsd: 1 }],
    ['video-cap', { videoCapUsd: 1 }],
  ])('keeps to the %s with what is spent and what is held together', async (limit, budget) => {
    const { purse } = await start(budget);
    await purse.draw(purpose('call/a', 'v'), 0.5);
    await purse.settle(purpose('call/a', 'v'), 0.5);
    await purse.draw(purpose('call/b', 'v'), 0.3);
    const details = { limit, availableUsd: 0.2, missingUsd: 0.1 };
    await expect(purse.draw(purpose('call/c', 'v'), 0.3)).rejects.toMatchObject({ details });
    await purse.draw(purpose('call/c', 'v'), 0.2);
  });

  it('limits nobody where nothing is configured, and still knows what is held', async () => {
    const { purse } = await money.under();
    await purse.raise(purpose(videoHold('v'), 'v'), 1000);
    expect(await money.holds.ofVideo('v')).toBe(1000);
    await purse.release(videoHold('v'));
    expect(await money.holds.ofVideo('v')).toBe(0);
    expect(await purse.credits(null)).toBeNull();
  });

  it('charges a member of a team to the team', async () => {
    const { accountOf, purse } = await money.under({ user: { balanceUsd: 5 } });
    const unlimited = { balanceUsd: 3, monthlyCapUsd: null, videoCapUsd: null };
    await money.accounts.ensure('team:shoes', unlimited);
    await money.accounts.setMembers('team:shoes', ['anna']);
    expect(await accountOf('anna')).toBe('team:shoes');
    expect(await accountOf('bert')).toBe('user:bert');
    expect(await purse.credits('bert')).toEqual({ availableUsd: 5 });
  });

  it.each([
    ['user:carl', 'carl'],
    ['installation', null],
  ])(
    'keeps %s to its configured budget whose cap was set before its first use',
    async (name, owner) => {
      const budgets = {
        user: { balanceUsd: 10 },
        installation: { balanceUsd: 10, videoCapUsd: 4 },
      };
      const { accountOf } = await money.under(budgets);
      const manage = createManageAccounts({ ...money, accountOf, budgets } as never); // no ledger in it
      await manage.change(name, { monthlyCapUsd: 500 });
      expect(await manage.mine(owner)).toMatchObject({ name, balanceUsd: 10, monthlyCapUsd: 500 });
      await manage.change('team:shoes', { monthlyCapUsd: 5 });
      expect(await manage.show('team:shoes')).toMatchObject({ balanceUsd: null, monthlyCapUsd: 5 });
    },
  );

  it('forgets what was held for a look at a picture that nobody took up again for a day', async () => {
    const { purse, holds } = await start({ balanceUsd: 2 });
    await money.sql(
      'CREATE TABLE IF NOT EXISTS reference_asset_videos (document_id text, published_at timestamptz, stage text)',
    );
    for (const key of ['analysis/old/1', 'analysis/new/1', 'call/old'])
      await purse.raise(purpose(key), 0.1);
    await money.sql(
      `UPDATE reference_asset_holds SET created_at = now() - interval '25 hours' WHERE hold_key LIKE '%old%'`,
    );
    expect(await holds.forgotten(['storyboarding'])).toEqual(['analysis/old/1']);
  });
});
