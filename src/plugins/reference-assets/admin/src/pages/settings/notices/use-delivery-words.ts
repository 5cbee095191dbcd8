import { useText } from '../../../hooks/use-text';
import type { Delivery } from '../../../../../shared/contracts/notices';

/** What went wrong with a delivery, in words; null when nothing did. */
export const useProblemText = () => {
  const t = useText();
  return ({ problem, status }: Pick<Delivery, 'problem' | 'status'>): string | null =>
    problem && t(`notices.problem.${problem}`, { status: status ?? '–' });
};
