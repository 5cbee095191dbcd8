import { useState } from 'react';
import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useListAccountsQuery, useSumSpendingQuery } from '../../api/dashboard';
import { BarKeys, Bars } from '../../components/charts/bars';
import { Columns } from '../../components/charts/columns';
import { FigureLink } from '../../components/figure-link';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Waiting } from '../../components/waiting';
import { useAccountName } from '../../hooks/use-account-name';
import { useErrorText } from '../../hooks/use-feedback';
import { useText, useWord, type TextId } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import { BASE_PATH } from '../../plugin-id';
import {
  spendingGroups,
  type SpendingGroup,
  type SpendingSum,
} from '../../../../shared/contracts/money';

/** The videos that an account was charged for this month, or has money set aside for. */
const videosPaidBy = (account: string): string => {
  const spentFrom = `${new Date().toISOString().slice(0, 7)}-01`;
  return `${BASE_PATH}/videos?${new URLSearchParams({ account, spentFrom }).toString()}`;
};

/** The accounts with what of each is used; a budget is as wide as its cap. */
const Budgets = () => {
  const t = useText();
  const nameOf = useAccountName();
  const { money } = useUnits();
  const { data: accounts = [] } = useListAccountsQuery();
  const limited = accounts.filter(
    ({ monthlyCapUsd, balanceUsd }) => monthlyCapUsd !== null || balanceUsd !== null,
  );
  if (limited.length === 0)
    return <Typography textColor="neutral600">{t('dashboard.budgets.none')}</Typography>;
  return (
    <div>
      <BarKeys whole={t('dashboard.legend.left')} marked={t('dashboard.legend.spent')} />
      <Bars
        label={t('dashboard.budgets')}
        most={1}
        bars={limited.map((account) => {
          const limit =
            account.monthlyCapUsd ?? (account.balanceUsd ?? 0) + account.spentThisMonthUsd;
          return {
            key: account.name,
            label: nameOf(account.name),
            to: videosPaidBy(account.name),
            value: 1,
            share: limit ? Math.min(1, (account.spentThisMonthUsd + account.heldUsd) / limit) : 0,
            text: t('dashboard.budget.of', {
              spent: money(account.spentThisMonthUsd + account.heldUsd),
              limit: money(limit),
            }),
          };
        })}
      />
    </div>
  );
};

/** What a sum was spent on: videos, or the library's analyses where no video was paid for. */
const spentOn = (by: SpendingGroup, { key, label }: SpendingSum, from: string) => {
  if (key === null && by === 'tier') return `${BASE_PATH}/library?state=done`;
  if (key === null)
    return `${BASE_PATH}/videos?${new URLSearchParams({ spentFrom: from, [by]: 'none' }).toString()}`;
  const query: Record<string, string> =
    by === 'day'
      ? { spentFrom: key, spentUntil: key }
      : { spentFrom: from, [by]: key, ...(label && label !== key && { called: label }) };
  return `${BASE_PATH}/videos?${new URLSearchParams(query).toString()}`;
};

/** Every day of a time, also those on which nothing was spent. */
const everyDay = (sums: readonly SpendingSum[], days: number, now: number): SpendingSum[] =>
  Array.from({ length: days }, (_one, back) => {
    const key = new Date(now - (days - 1 - back) * 86_400_000).toISOString().slice(0, 10);
    return sums.find((sum) => sum.key === key) ?? { key, label: key, lines: 0, costUsd: 0 };
  });

/** Spending of the last days, by what one likes, against the budgets. */
export const Spending = ({ days }: { days: number }) => {
  const t = useText();
  const word = useWord();
  const errorText = useErrorText();
  const { money, day } = useUnits();
  const [by, setBy] = useState<SpendingGroup>('day');
  const [now] = useState(() => Date.now());
  const from = new Date(now - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const { data, error } = useSumSpendingQuery({ by, from });
  const name = (key: string | null, label: string | null): string => {
    if (key === null) return t(`dashboard.spend.none.${by}` as TextId);
    if (by === 'day') return day(key);
    return by === 'tier' ? word('tier', key) : (label ?? key);
  };
  const sums = data?.sums ?? [];
  const list = (by === 'day' ? everyDay(sums, days, now) : sums).map((sum) => ({
    key: sum.key ?? '',
    label: name(sum.key, sum.label),
    value: sum.costUsd,
    text: money(sum.costUsd),
    to: spentOn(by, sum, from),
  }));
  return (
    <Section
      look="boxed"
      title={t('dashboard.spend')}
      action={
        <SingleSelect
          size="S"
          aria-label={t('dashboard.spend.by')}
          value={by}
          onChange={(value) => setBy(value as SpendingGroup)}
        >
          {spendingGroups.map((group) => (
            <SingleSelectOption key={group} value={group}>
              {t(`dashboard.spend.by.${group}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      }
    >
      {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <Flex direction="column" alignItems="stretch" gap={5}>
          {data.totalUsd === 0 ? (
            <Typography textColor="neutral600">{t('dashboard.spend.nothing')}</Typography>
          ) : (
            <>
              <Typography variant="beta" textColor="neutral800" data-testid="spent">
                <FigureLink to={`${BASE_PATH}/videos?spentFrom=${from}`}>
                  {money(data.totalUsd)}
                </FigureLink>
              </Typography>
              {by === 'day' ? (
                <Columns label={t('dashboard.spend.by.day')} columns={list} />
              ) : (
                <Bars label={t('dashboard.spend')} bars={list} />
              )}
            </>
          )}
          <Typography tag="h3" variant="delta" textColor="neutral800">
            {t('dashboard.budgets')}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('dashboard.budgets.month')}
          </Typography>
          <Budgets />
        </Flex>
      ) : null}
    </Section>
  );
};
