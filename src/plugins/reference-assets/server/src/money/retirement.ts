import type { ModelRow } from '../../../shared/contracts/models';

/** How many days before its end a model is warned of. */
export const warnDays = 60;

/** Whether a model's vendor ends it, and in how many whole days. */
export type Retirement =
  | { state: 'stays' }
  | { state: 'retires'; onDay: string; inDays: number }
  | { state: 'retired'; onDay: string };

const dayMs = 86_400_000;

/**
 * Whether a model can still be used: on the day it retires it is gone.
 *
 * `retires` is said from {@link warnDays} days before on.
 */
export const retirementOf = (row: Pick<ModelRow, 'retiresAt'>, today = new Date()): Retirement => {
  const onDay = row.retiresAt;
  if (!onDay) return { state: 'stays' };
  const inDays = Math.ceil((Date.parse(onDay) - today.getTime()) / dayMs);
  if (inDays <= 0) return { state: 'retired', onDay };
  return inDays <= warnDays ? { state: 'retires', onDay, inDays } : { state: 'stays' };
};

/** The sentence for people who run the installation; undefined while there is nothing to say. */
export const retirementNotice = (
  row: Pick<ModelRow, 'name' | 'retiresAt'>,
  today = new Date(),
): string | undefined => {
  const retirement = retirementOf(row, today);
  if (retirement.state === 'stays') return undefined;
  if (retirement.state === 'retired')
    return `The vendor ended ${row.name} on ${retirement.onDay}: choose another model.`;
  return `The vendor ends ${row.name} on ${retirement.onDay}, in ${retirement.inDays} days: choose another model.`;
};
