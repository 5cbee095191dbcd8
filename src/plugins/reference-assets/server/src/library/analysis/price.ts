import type { AnalysisEstimate } from '../../../../shared/contracts/analysis';
import type { Stores } from '../../stores';
import type { Describe } from './describe';

type Needs = Pick<Stores, 'replies'> & { describe: Describe };

/** From so many replies on their average says more than the most one can cost. */
const enough = 5;

/** US dollars, rounded up to what a bill could show. */
export const roundUsd = (usd: number): number => Math.ceil(usd * 1e6) / 1e6;

/** What putting one picture into words costs with what is configured, and how that is known. */
export const createAnalysisPrice =
  ({ replies, describe }: Needs) =>
  async (): Promise<Pick<AnalysisEstimate, 'perPictureUsd' | 'basis'>> => {
    const paid = describe.paid();
    if (!paid) return { perPictureUsd: 0, basis: 'free' };
    const { count, meanUsd } = await replies.costs(paid.how);
    return count >= enough && meanUsd !== null
      ? { perPictureUsd: roundUsd(meanUsd), basis: 'paid-so-far' }
      : { perPictureUsd: roundUsd(paid.quoteUsd), basis: 'at-most' };
  };
export type AnalysisPrice = ReturnType<typeof createAnalysisPrice>;
