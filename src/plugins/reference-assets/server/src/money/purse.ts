import type { Stores } from '../stores';
import type { AccountRow } from '../stores/money/accounts';
import type { AccountOf } from './account-of';
import type { Shortage } from '../../../shared/contracts/money';
import { InsufficientCreditsError } from './insufficient-credits';
import { createLifting, videoHold } from './lift-hold';
import { createCredits, limitsOf } from './credits';
import { roundUsd } from './usd';

type Needs = Pick<Stores, 'accounts' | 'holds' | 'transaction'> & { accountOf: AccountOf };

/** For what money is set aside: a key names it, a video and its owner say whose it is. */
export interface Purpose {
  key: string;
  video: string | null;
  owner: string | null;
}

export { videoHold };

const shortage = (
  limit: Shortage['limit'],
  availableUsd: number,
  requiredUsd: number,
): Shortage | null =>
  requiredUsd <= availableUsd
    ? null
    : {
        limit,
        requiredUsd,
        availableUsd: Math.max(0, roundUsd(availableUsd)),
        missingUsd: roundUsd(requiredUsd - Math.max(0, availableUsd)),
      };

/** Whether an account covers another `amountUsd`; `onVideoUsd` is what the video holds and has cost already. */
const demandCover = (account: AccountRow, amountUsd: number, onVideoUsd: number): void => {
  for (const [limit, available] of limitsOf(account, onVideoUsd)) {
    const lacking = available === null ? null : shortage(limit, roundUsd(available), amountUsd);
    if (lacking) throw new InsufficientCreditsError(lacking);
  }
};

/**
 * Money set aside before it is spent: reserve, then settle or release, each in one transaction that holds the account.
 *
 * The balance never goes below what is held, nor below zero, however many ask at once: the account's row is locked,
 * and the table itself refuses it. Every method may be repeated.
 */
export const createPurse = ({ accounts, holds, transaction, accountOf }: Needs) => {
  const { lift, giveTo } = createLifting({ accounts, holds });

  /** What a video has cost its account so far, by the account's own lines. */
  const spentOn = (video: string | null) => (video ? accounts.spentOn(video) : Promise.resolve(0));

  const cover = async (name: string | null, amountUsd: number, video: string | null) => {
    const account = name && amountUsd > 0 ? await accounts.hold(name) : null;
    if (!account) return;
    const onVideo = video ? (await holds.ofVideo(video)) + (await spentOn(video)) : 0;
    demandCover(account, amountUsd, onVideo);
  };

  /** Raises a hold to an amount, or leaves it where it holds more. Throws: `InsufficientCreditsError`. */
  const raise = (purpose: Purpose, amountUsd: number): Promise<void> =>
    transaction(async () => {
      const account = await accountOf(purpose.owner);
      if (account) await accounts.hold(account);
      const earlier = await holds.find(purpose.key);
      const more = roundUsd(amountUsd - (earlier?.amountUsd ?? 0));
      if (more <= 0) return;
      await cover(account, more, purpose.video);
      await holds.put({
        holdKey: purpose.key,
        account: earlier ? earlier.account : account,
        video: purpose.video,
        amountUsd: roundUsd((earlier?.amountUsd ?? 0) + more),
      });
    });

  /** Takes a call's money out of its video's hold, and what that lacks from the account. */
  const draw = (purpose: Purpose, amountUsd: number): Promise<void> =>
    transaction(async () => {
      const account = await accountOf(purpose.owner);
      if (account) await accounts.hold(account);
      if (amountUsd <= 0 || (await holds.find(purpose.key))) return;
      const reserve = purpose.video ? await holds.find(videoHold(purpose.video)) : null;
      if (reserve) {
        const left = roundUsd(Math.max(0, reserve.amountUsd - amountUsd));
        await holds.put({ ...reserve, amountUsd: left });
      }
      await raise(purpose, amountUsd);
    });

  /** Gives a hold back: a call's to its video, a video's to the account. */
  const release = (key: string): Promise<void> =>
    transaction(async () => {
      const hold = await lift(key);
      if (hold) await giveTo(hold.video, hold.amountUsd);
    });

  /** Pays for what a hold was made for; more than was held comes out of the balance, and is owed where that is empty. */
  const settle = (purpose: Purpose, costUsd: number): Promise<void> =>
    transaction(async () => {
      const hold = await lift(purpose.key);
      const name = hold ? hold.account : await accountOf(purpose.owner);
      const account = name ? await accounts.hold(name) : null;
      const charge = { moveKey: purpose.key, kind: 'charge', amountUsd: -costUsd } as const;
      const isNew =
        account !== null &&
        costUsd > 0 &&
        (await accounts.note({ ...charge, account: account.name, video: purpose.video }));
      if (isNew) await accounts.take(account.name, costUsd);
      if (hold) await giveTo(hold.video, roundUsd(hold.amountUsd - costUsd));
    });

  return { raise, draw, release, settle, credits: createCredits({ accounts, accountOf }) };
};
export type Purse = ReturnType<typeof createPurse>;
