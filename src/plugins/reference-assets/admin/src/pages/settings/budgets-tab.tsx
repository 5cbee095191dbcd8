import { useId, useState, type FormEvent } from 'react';
import { Box, Button, Field, Flex, NumberInput, Typography } from '@strapi/design-system';
import { useListAccountsQuery } from '../../api/dashboard';
import { useChangeAccountMutation, useTopUpAccountMutation } from '../../api/settings';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Waiting } from '../../components/waiting';
import { useAccountName } from '../../hooks/use-account-name';
import { useErrorText, useFeedback } from '../../hooks/use-feedback';
import { newId } from '../../hooks/new-id';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Account } from '../../../../shared/contracts/money';

interface AmountFieldProps {
  name: string;
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

const AmountField = ({ name, label, value, onChange }: AmountFieldProps) => (
  <Box flex="1 1 16rem">
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <NumberInput value={value} step={1} onValueChange={onChange} />
    </Field.Root>
  </Box>
);

const CapsForm = ({
  account,
}: {
  account: Pick<Account, 'name' | 'monthlyCapUsd' | 'videoCapUsd'>;
}) => {
  const t = useText();
  const report = useFeedback();
  const [change, { isLoading }] = useChangeAccountMutation();
  const [monthly, setMonthly] = useState(account.monthlyCapUsd ?? undefined);
  const [video, setVideo] = useState(account.videoCapUsd ?? undefined);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const edit = { monthlyCapUsd: monthly ?? null, videoCapUsd: video ?? null };
    void report(change({ name: account.name, edit }), t('asset.saved'));
  };
  return (
    <Flex tag="form" gap={4} alignItems="flex-end" wrap="wrap" onSubmit={save}>
      <AmountField
        name={`${account.name}.monthly`}
        label={t('budget.monthly')}
        value={monthly}
        onChange={setMonthly}
      />
      <AmountField
        name={`${account.name}.video`}
        label={t('budget.video')}
        value={video}
        onChange={setVideo}
      />
      <Button type="submit" size="L" variant="secondary" loading={isLoading}>
        {t('action.save')}
      </Button>
    </Flex>
  );
};

const TopUpForm = ({ name }: { name: string }) => {
  const t = useText();
  const report = useFeedback();
  const key = useId();
  const [topUp, { isLoading }] = useTopUpAccountMutation();
  const [amount, setAmount] = useState<number>();
  // One key until it went through: pressing again after a lost answer counts once.
  const [round, setRound] = useState(newId);
  const pay = async (event: FormEvent) => {
    event.preventDefault();
    if (!amount) return;
    const request = { name, topUp: { amountUsd: amount }, idempotencyKey: round };
    if (!(await report(topUp(request), t('budget.toppedUp')))) return;
    setAmount(undefined);
    setRound(newId());
  };
  return (
    <Flex tag="form" gap={4} alignItems="flex-end" wrap="wrap" onSubmit={pay}>
      <AmountField name={key} label={t('budget.topUp')} value={amount} onChange={setAmount} />
      <Button type="submit" size="L" variant="secondary" disabled={!amount} loading={isLoading}>
        {t('budget.topUp.action')}
      </Button>
    </Flex>
  );
};

const AccountPanel = ({ account }: { account: Account }) => {
  const t = useText();
  const nameOf = useAccountName();
  const { money } = useUnits();
  const mayManage = usePermission()('manageMoney');
  const limit = (usd: number | null) => (usd === null ? t('budget.unlimited') : money(usd));
  return (
    <Section look="boxed" title={nameOf(account.name)}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Facts
          facts={[
            [t('budget.balance'), limit(account.balanceUsd)],
            [t('budget.held'), account.heldUsd > 0 ? money(account.heldUsd) : null],
            [t('budget.month'), money(account.spentThisMonthUsd)],
            [t('budget.owed'), account.owedUsd > 0 ? money(account.owedUsd) : null],
            [t('budget.monthly'), limit(account.monthlyCapUsd)],
            [t('budget.video'), limit(account.videoCapUsd)],
          ]}
        />
        {mayManage ? <CapsForm account={account} /> : null}
        {mayManage && account.balanceUsd !== null ? <TopUpForm name={account.name} /> : null}
      </Flex>
    </Section>
  );
};

/** Accounts that videos are paid from, their limits, and money put in. */
export const BudgetsTab = () => {
  const t = useText();
  const errorText = useErrorText();
  const mayManage = usePermission()('manageMoney');
  const { data, error } = useListAccountsQuery();
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  const hasOwn = data.some(({ name }) => name === 'installation');
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {data.map((account) => (
        <AccountPanel key={account.name} account={account} />
      ))}
      {!hasOwn ? (
        <Section look="boxed" title={t('budget.installation')}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">{t('budget.none')}</Typography>
            {mayManage ? (
              <CapsForm
                account={{ name: 'installation', monthlyCapUsd: null, videoCapUsd: null }}
              />
            ) : null}
          </Flex>
        </Section>
      ) : null}
    </Flex>
  );
};
