import { Flex } from '@strapi/design-system';
import { useGetNotificationStateQuery } from '../../api/notices';
import { useGetStudioSettingsQuery } from '../../api/settings';
import { Notice } from '../../components/notice';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import type { NotificationRules, NotificationState } from '../../../../shared/contracts/notices';
import { DeliveriesSection } from './notices/deliveries-section';
import { EndpointsSection } from './notices/endpoints-section';
import { PeopleSection } from './notices/people-section';
import { SettingsForm } from './settings-form';

const RulesForm = ({ kept, state }: { kept: NotificationRules; state: NotificationState }) => (
  <SettingsForm part="notifications" kept={kept}>
    {(rules, set) => (
      <>
        <PeopleSection
          told={rules}
          provider={state.mailProvider}
          onChange={({ panel, email }) => set({ panel, email })}
        />
        <EndpointsSection
          endpoints={rules.webhooks}
          kept={kept.webhooks}
          canSign={state.canSign}
          onChange={(webhooks) => set({ webhooks })}
        />
      </>
    )}
  </SettingsForm>
);

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
