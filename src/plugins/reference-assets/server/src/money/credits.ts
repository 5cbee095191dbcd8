import type { Stores } from '../stores';
import type { AccountRow } from '../stores/money/accounts';
import type { AccountOf } from './account-of';
import type { Shortage } from '../../../shared/contracts/money';
import { roundUsd } from './usd';

/** What each limit of an account leaves; null where there is none. */
export const limitsOf = (
  account: AccountRow,
  onVideoUsd: number,
): [Shortage['limit'], number | null][] => {
  const { balanceUsd, heldUsd, monthlyCapUsd, spentThisMonthUsd, videoCapUsd } = account;
  return [
    ['balance', balanceUsd === null ? null : balanceUsd - heldUsd],
    ['monthly-cap', monthlyCapUsd === null ? null : monthlyCapUsd - spentThisMonthUsd - heldUsd],
    ['video-cap', videoCapUsd === null ? null : videoCapUsd - onVideoUsd],
  ];
};

/** What an owner may still spend on a new video, by whichever limit is met first; null where nothing is limited. */
export const createCredits =
  ({ accounts, accountOf }: Pick<Stores, 'accounts'> & { accountOf: AccountOf }) =>
  async (owner: string | null): Promise<{ availableUsd: number } | null> => {
    const name = await accountOf(owner);
    const account = name && (await accounts.find(name));
    const left = account
      ? limitsOf(account, 0).flatMap(([, usd]) => (usd === null ? [] : Math.max(0, usd)))
      : [];
    return left.length > 0 ? { availableUsd: roundUsd(Math.min(...left)) } : null;
  };
