import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { failureInWords } from '../../../shared/failure-words';
import { languageOf } from '../../../shared/languages';
import type { Shortage } from '../../../shared/contracts/money';
import { useText } from './use-text';
import { useUnits } from './use-units';

/** A failure as it is stored: its message is English. */
export interface StoredFailure {
  code?: string | null;
  message?: string | null;
  shortage?: Shortage | null;
}

/**
 * Why something failed, in the person's language and with money in their locale; what the failure says itself, which
 * may be more, stands behind it.
 */
export const useReason = () => {
  const { locale } = useIntl();
  const t = useText();
  const { money } = useUnits();
  return useCallback(
    (failure: StoredFailure | null | undefined): string => {
      const { code, message, shortage } = failure ?? {};
      const language = languageOf(locale);
      const words = failureInWords(code ?? '', language);
      if (!words || (language === 'en' && !shortage)) return message || t('analysis.noReason');
      if (shortage)
        return `${words} ${t('failure.shortage', {
          required: money(shortage.requiredUsd),
          available: money(shortage.availableUsd),
          missing: money(shortage.missingUsd),
        })}`;
      return message ? `${words} (${message})` : words;
    },
    [locale, t, money],
  );
};
