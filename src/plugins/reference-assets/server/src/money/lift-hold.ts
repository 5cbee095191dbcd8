import type { Stores } from '../stores';
import type { HoldRow } from '../stores/money/holds';
import { roundUsd } from './usd';

/** The hold from which a video's calls take their money. */
export const videoHold = (video: string): string => `video/${video}`;

/** Taking holds away and giving what is left of them back; to be used inside a transaction. */
export const createLifting = ({ accounts, holds }: Pick<Stores, 'accounts' | 'holds'>) => ({
  /** Takes a hold away, with its account held; null when there is none. */
  async lift(key: string): Promise<HoldRow | null> {
    const seen = await holds.find(key);
    if (seen?.account) await accounts.hold(seen.account);
    const hold = seen && (await holds.find(key));
    if (hold) await holds.put({ ...hold, amountUsd: 0 });
    return hold;
  },

  /** Adds to a video's hold, where it still has one: what a call did not need stays there for the next. */
  async giveTo(video: string | null, amountUsd: number): Promise<void> {
    const reserve = video && amountUsd > 0 ? await holds.find(videoHold(video)) : null;
    if (reserve)
      await holds.put({ ...reserve, amountUsd: roundUsd(reserve.amountUsd + amountUsd) });
  },
});
