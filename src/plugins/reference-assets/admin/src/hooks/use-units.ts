import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useText } from './use-text';

const clock = (seconds: number) => {
  const rounded = Math.round(seconds * 10) / 10;
  const minutes = Math.floor(rounded / 60);
  const rest = (rounded - minutes * 60).toFixed(Number.isInteger(rounded) ? 0 : 1);
  return `${minutes}:${rest.padStart(rest.includes('.') ? 4 : 2, '0')}`;
};

/** Money, sizes, shares and times in the person's locale. */
export const useUnits = () => {
  const { formatNumber, formatDate } = useIntl();
  const t = useText();
  return useMemo(
    () => ({
      money: (usd: number) =>
        usd === 0
          ? t('unit.free')
          : formatNumber(usd, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 }),
      bytes: (size: number) =>
        size < 1_000_000
          ? formatNumber(size / 1000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
          : formatNumber(size / 1_000_000, {
              style: 'unit',
              unit: 'megabyte',
              maximumFractionDigits: 1,
            }),
      percent: (share: number) =>
        formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
      number: (value: number) => formatNumber(value, { maximumFractionDigits: 3 }),
      seconds: (value: number) =>
        formatNumber(value, { style: 'unit', unit: 'second', maximumFractionDigits: 2 }),
      clock,
      moment: (iso: string) => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' }),
    }),
    [formatNumber, formatDate, t],
  );
};
