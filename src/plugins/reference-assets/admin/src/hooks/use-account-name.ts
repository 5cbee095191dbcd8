import { useCallback } from 'react';
import { useText } from './use-text';

/** What people call an account: the installation's, a team's, or a person's by the id that the API knows. */
export const useAccountName = () => {
  const t = useText();
  return useCallback(
    (name: string): string => {
      const [kind, id = ''] = name.split(':');
      if (kind === 'team') return t('budget.team', { name: id });
      return kind === 'user' ? t('budget.user', { id }) : t('budget.installation');
    },
    [t],
  );
};
