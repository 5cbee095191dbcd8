import { ledgerIndexes } from '../../../src/plugins/reference-assets/server/src/stores/money/tables';
import { openMoneyDatabase, type MoneyDatabase } from './money-database';

describe('the indexes of the ledger', () => {
  let money: MoneyDatabase;
  const line = (key: string) =>
    money.sql('INSERT INTO reference_asset_spend (entry_key) VALUES (?)', [key]);
  /** As a start of the application makes them: all in one transaction. */
  const start = () =>
    money.transaction(async () => {
      for (const statement of ledgerIndexes) await money.sql(statement);
    });
  const names = async () =>
    (
      await money.sql<{ name: string }>(
        `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'reference_asset_spend'`,
      )
    ).map(({ name }) => name.replace('reference_asset_spend_', ''));

  beforeAll(async () => {
    money = await openMoneyDatabase();
  }, 180_000);
  beforeEach(async () => {
    await money.sql('DROP TABLE IF EXISTS reference_asset_spend');
    await money.sql(
      'CREATE TABLE reference_asset_spend (entry_key text, video text, beat text, owner text, created_at timestamp)',
    );
  });
  afterAll(() => money?.close());

  it('let no paid thing have two lines, however often they are made', async () => {
    await line('vendor/a');
    await start();
    await start();
    expect((await names()).sort()).toEqual(['beat', 'created_at', 'entry_key', 'owner', 'video']);
    await expect(line('vendor/a')).rejects.toMatchObject({ code: '23505' });
    await line('vendor/b');
  });

  it('do not keep an installation from starting that has a line twice, and are unique once it has not', async () => {
    await line('vendor/a');
    await line('vendor/a');
    await start();
    await start();
    expect(await names()).toContain('entry_key_lines');
    await money.sql(
      `DELETE FROM reference_asset_spend WHERE ctid = (SELECT min(ctid) FROM reference_asset_spend)`,
    );
    await start();
    await expect(line('vendor/a')).rejects.toMatchObject({ code: '23505' });
  });
});
