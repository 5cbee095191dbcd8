import type { Purse } from '../../money/purse';
import type { Stores } from '../../stores';
import { spendingStages } from '../stages';

/** Frees what is held for videos that are gone or not at work any more; part of reconcile. Returns how many holds. */
export const createFreeMoney =
  ({ holds, purse }: Pick<Stores, 'holds'> & { purse: Purse }) =>
  async (): Promise<number> => {
    const keys = await holds.forgotten(spendingStages);
    for (const key of keys) await purse.release(key);
    return keys.length;
  };
