import { useState, type FormEvent } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useGetNotificationStateQuery } from '../../api/notices';
import { useChangeStudioSettingsMutation, useGetStudioSettingsQuery } from '../../api/settings';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText, useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { NotificationRules, NotificationState } from '../../../../shared/contracts/notices';
import { DeliveriesSection } from './notices/deliveries-section';
import { EndpointsSection } from './notices/endpoints-section';
import { PeopleSection } from './notices/people-section';

const RulesForm = ({ kept, state }: { kept: NotificationRules; state: NotificationState }) => {
  const t = useText();
  const report = useFeedback();
  const [change, { isLoading }] = useChangeStudioSettingsMutation();
  const [rules, setRules] = useState(kept);
  const isChanged = JSON.stringify(rules) !== JSON.stringify(kept);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void report(change({ notifications: rules }), t('asset.saved'));
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={6} onSubmit={save}>
      <PeopleSection
        told={rules}
        provider={state.mailProvider}
        onChange={({ panel, email }) => setRules({ ...rules, panel, email })}
      />
      <EndpointsSection
        endpoints={rules.webhooks}
        kept={kept.webhooks}
        canSign={state.canSign}
        onChange={(webhooks) => setRules({ ...rules, webhooks })}
      />
      <Flex justifyContent="flex-end">
        <Button type="submit" loading={isLoading} disabled={!isChanged}>
          {t('action.save')}
        </Button>
      </Flex>
    </Flex>
  );
};

/** Who is told of what: people by e-mail, other systems by webhooks, and how that went. */
export const NoticesTab = () => {
  const errorText = useErrorText();
  const settings = useGetStudioSettingsQuery();
  const state = useGetNotificationStateQuery();
  const error = settings.error ?? state.error;
  if (error && !settings.data) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!settings.data || !state.data) return <Waiting />;
  const { notifications } = settings.data;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <RulesForm key={JSON.stringify(notifications)} kept={notifications} state={state.data} />
      <DeliveriesSection endpoints={notifications.webhooks} />
    </Flex>
  );
};
