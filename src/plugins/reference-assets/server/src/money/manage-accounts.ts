import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type {
  Account,
  AccountEdit,
  Correction,
  SpendLine,
  spendingQuery,
  SpendingSummary,
  SpendingSummaryQuery,
  TopUp,
} from '../../../shared/contracts/money';
import type { Stores } from '../stores';
import type { AccountMove, AccountRow } from '../stores/money/accounts';
import { openingLimits, type AccountOf, type Budgets } from './account-of';
import { roundUsd } from './usd';

type Needs = Pick<Stores, 'accounts' | 'ledger' | 'spendingSums' | 'transaction'> & {
  accountOf: AccountOf;
  budgets: Budgets;
};

const toAccount = (row: AccountRow): Account => ({
  ...row,
  availableUsd: row.balanceUsd === null ? null : roundUsd(row.balanceUsd - row.heldUsd),
});

/** Sums of the ledger: of everybody's lines, or of one owner's. Throws: `ForbiddenError` for campaigns to an owner. */
const createSummary =
  (spendingSums: Needs['spendingSums']) =>
  async (
    { by, ...days }: SpendingSummaryQuery,
    owner: string | undefined,
  ): Promise<SpendingSummary> => {
    // Campaigns are entries of other content types, published or not.
    if (by === 'campaign' && owner !== undefined)
      throw new errors.ForbiddenError('Campaigns are summed up for the whole installation only.');
    const lines = { ...days, owner };
    return { sums: await spendingSums.by(by, lines), totalUsd: await spendingSums.total(lines) };
  };

/** Looking at accounts and the ledger, and what administrators change. */
export const createManageAccounts = (needs: Needs) => {
  const { accounts, ledger, spendingSums, transaction, accountOf, budgets } = needs;

  const demand = async (name: string): Promise<AccountRow> => {
    const row = await accounts.hold(name);
    if (!row) throw new errors.NotFoundError(`There is no account ${name}.`);
    return row;
  };

  /** Adds a line and changes the balance with it, once for each key. */
  const move = (line: AccountMove): Promise<Account> =>
    transaction(async () => {
      const row = await demand(line.account);
      const free = row.balanceUsd === null ? 0 : row.balanceUsd - row.heldUsd;
      if (line.amountUsd < 0 && free < -line.amountUsd)
        throw new errors.ApplicationError(
          `The account has $${free} that is not held; $${-line.amountUsd} cannot be taken from it.`,
        );
      if (await accounts.note(line)) await accounts.add(line.account, line.amountUsd);
      return toAccount(await demand(line.account));
    });

  return {
    all: async (): Promise<Account[]> => (await accounts.all()).map(toAccount),

    async show(name: string): Promise<Account & { members: string[] }> {
      const row = await accounts.find(name);
      if (!row) throw new errors.NotFoundError(`There is no account ${name}.`);
      return { ...toAccount(row), members: await accounts.members(name) };
    },

    /** The account that pays for what somebody owns; null where nothing is limited. */
    async mine(owner: string | null): Promise<Account | null> {
      const name = await accountOf(owner);
      const row = name ? await accounts.find(name) : null;
      return row ? toAccount(row) : null;
    },

    async change(name: string, edit: AccountEdit): Promise<Account> {
      return transaction(async () => {
        // As its first use would make it, so that a cap set before that leaves it limited.
        await accounts.ensure(name, openingLimits(name, budgets));
        await demand(name);
        await accounts.setCaps(name, edit);
        if (edit.members) await accounts.setMembers(name, edit.members);
        return toAccount(await demand(name));
      });
    },

    /** `key` names a top-up, so that one sent twice counts once. */
    topUp: (account: string, request: TopUp, author: string, key: string = randomUUID()) =>
      move({ ...request, account, author, kind: 'top-up', moveKey: `top-up/${account}/${key}` }),

    correct: (account: string, request: Correction, author: string) =>
      move({
        ...{ ...request, account, author },
        kind: 'correction',
        moveKey: `correction/${account}/${randomUUID()}`,
      }),

    /** Lines of the ledger: everybody's, or one owner's. */
    spending: (
      query: z.infer<typeof spendingQuery>,
      owner: string | undefined,
    ): Promise<{ lines: SpendLine[]; total: number }> => ledger.page(query, owner),

    summary: createSummary(spendingSums),
  };
};
export type ManageAccounts = ReturnType<typeof createManageAccounts>;
