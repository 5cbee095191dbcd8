import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useText } from './use-text';

const sizes: [unit: string, bytes: number][] = [
  ['gigabyte', 1_000_000_000],
  ['megabyte', 1_000_000],
];

const spans: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Money, sizes, shares and times in the person's locale. */
export const useUnits = () => {
  const { formatNumber, formatDate, formatRelativeTime } = useIntl();
  const t = useText();
  return useMemo(() => {
    const money = (usd: number) =>
      formatNumber(usd, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
    return {
      /** A sum: what was spent, what is left, a limit. Nothing is $0.00. */
      money,
      /** What something costs; nothing is free. */
      price: (usd: number) => (usd === 0 ? t('unit.free') : money(usd)),
      bytes: (size: number) => {
        const [unit, one] = sizes.find(([, least]) => size >= least) ?? ['kilobyte', 1000];
        return formatNumber(size / one, {
          style: 'unit',
          unit,
          maximumFractionDigits: one === 1000 ? 0 : 1,
        });
      },
      percent: (share: number) =>
        formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
      number: (value: number) => formatNumber(value, { maximumFractionDigits: 3 }),
      seconds: (value: number) =>
        formatNumber(value, { style: 'unit', unit: 'second', maximumFractionDigits: 2 }),
      /** Minutes and seconds of a film, `1:05` or `0:03.2` with the locale's own decimal sign. */
      clock: (value: number) => {
        const rounded = Math.round(value * 10) / 10;
        const minutes = Math.floor(rounded / 60);
        const rest = formatNumber(rounded - minutes * 60, {
          minimumIntegerDigits: 2,
          maximumFractionDigits: 1,
        });
        return `${minutes}:${rest}`;
      },
      /** Hours as they are told: in minutes below one, in days beyond two of them. */
      hours: (value: number) =>
        value < 1
          ? formatNumber(Math.max(1, Math.round(value * 60)), { style: 'unit', unit: 'minute' })
          : value < 48
            ? formatNumber(value, { style: 'unit', unit: 'hour', maximumFractionDigits: 1 })
            : formatNumber(value / 24, { style: 'unit', unit: 'day', maximumFractionDigits: 1 }),
      /** A day of UTC, as `2026-01-31`. */
      day: (date: string) => formatDate(date, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
      /** A day of UTC with its year, as `2026-01-31`. */
      date: (day: string) => formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' }),
      /** About how long something takes, in minutes beyond two of them. */
      duration: (value: number) =>
        value < 120
          ? formatNumber(Math.max(1, Math.round(value)), { style: 'unit', unit: 'second' })
          : formatNumber(Math.round(value / 60), { style: 'unit', unit: 'minute' }),
      /** How long ago a moment was, in the largest unit that fits. */
      ago: (iso: string) => {
        const seconds = Math.round((Date.now() - new Date(iso).getTime()) / 1000);
        const [unit, size] = spans.find(([, length]) => seconds >= length) ?? ['second', 1];
        return formatRelativeTime(-Math.floor(seconds / size), unit as 'second');
      },
      moment: (iso: string) => formatDate(iso, { dateStyle: 'medium', timeStyle: 'short' }),
    };
  }, [formatNumber, formatDate, formatRelativeTime, t]);
};
