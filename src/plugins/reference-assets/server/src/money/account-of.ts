import type { Accounts, Limits } from '../stores/money/accounts';

/** Limits as a configuration writes them; what is left out is not limited. */
export type Budget = Partial<Record<keyof Limits, number | null>>;

/** Who is limited without anybody having made an account by hand. */
export interface Budgets {
  /** Everything that no account of a user or a team pays for. */
  installation?: Budget;
  /** Each API user, from their first video on. */
  user?: Budget;
}

/** The account of the whole installation. */
export const installationAccount = 'installation';
export const userAccount = (owner: string): string => `user:${owner}`;

const limitsOf = ({ balanceUsd, monthlyCapUsd, videoCapUsd }: Budget): Limits => ({
  balanceUsd: balanceUsd ?? null,
  monthlyCapUsd: monthlyCapUsd ?? null,
  videoCapUsd: videoCapUsd ?? null,
});

/** What an account begins with: what the configuration says of it; a team's is not limited until somebody says so. */
export const openingLimits = (name: string, budgets: Budgets): Limits => {
  if (name === installationAccount) return limitsOf(budgets.installation ?? {});
  return limitsOf((name.startsWith(userAccount('')) && budgets.user) || {});
};

/**
 * Which account pays for what somebody owns: their team's, else their own, else the installation's.
 *
 * Null where there is none of these: then nothing is limited. Accounts of the configuration are made when first needed.
 */
export const createAccountOf = ({
  accounts,
  budgets,
}: {
  accounts: Accounts;
  budgets: Budgets;
}) => {
  const there = async (name: string, budget: Budget | undefined): Promise<string | null> => {
    if (budget) await accounts.ensure(name, openingLimits(name, budgets));
    return (await accounts.find(name)) ? name : null;
  };
  return async (owner: string | null): Promise<string | null> => {
    const own = owner
      ? ((await accounts.ofMember(owner)) ?? (await there(userAccount(owner), budgets.user)))
      : null;
    return own ?? there(installationAccount, budgets.installation);
  };
};
export type AccountOf = ReturnType<typeof createAccountOf>;
