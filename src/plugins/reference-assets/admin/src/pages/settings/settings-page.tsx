import { Box, Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { CalmMotion } from '../../components/calm-motion';
import { useLiveEvents } from '../../hooks/use-live-events';
import { usePermission } from '../../hooks/use-permission';
import { useText, type TextId } from '../../hooks/use-text';
import { useUrlState } from '../../hooks/use-url-state';
import { SETTINGS_PERMISSIONS, type Verb } from '../../permissions';
import { BrandKitTab } from './brand-kit-tab';
import { BudgetsTab } from './budgets-tab';
import { ModelsTab } from './models-tab';
import { NoticesTab } from './notices-tab';
import { ProvidersTab } from './providers-tab';
import { RightsTab } from './rights-tab';
import { VocabularyTab } from './vocabulary-tab';

const tabs: [name: string, title: TextId, Tab: ComponentType, needs: Verb][] = [
  ['brand', 'settings.brand', BrandKitTab, 'manageSettings'],
  ['rights', 'settings.rights', RightsTab, 'manageSettings'],
  ['providers', 'settings.providers', ProvidersTab, 'manageSettings'],
  ['models', 'settings.models', ModelsTab, 'manageSettings'],
  ['budgets', 'settings.budgets', BudgetsTab, 'readMoney'],
  ['vocabulary', 'settings.vocabulary', VocabularyTab, 'manageSettings'],
  ['notices', 'settings.notices', NoticesTab, 'manageSettings'],
];

const SettingsPage = () => {
  useLiveEvents();
  const t = useText();
  const may = usePermission();
  const [params, change] = useUrlState();
  const shown = tabs.filter(([, , , needs]) => may(needs));
  const [first] = shown;
  const open = shown.find(([name]) => name === params.get('tab')) ?? first;
  return (
    <Page.Main>
      <CalmMotion />
      <Page.Title>{t('settings.title')}</Page.Title>
      <Layouts.Header title={t('settings.title')} subtitle={t('settings.subtitle')} />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={open[0]}
          onValueChange={(tab) => change({ tab }, { replace: true })}
        >
          <Tabs.List aria-label={t('settings.title')}>
            {shown.map(([name, title]) => (
              <Tabs.Trigger key={name} value={name}>
                {t(title)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {shown.map(([name, , Tab]) => (
            <Tabs.Content key={name} value={name}>
              <Box paddingTop={6}>
                <Tab />
              </Box>
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};

/** What administrators decide for everybody, and what the installation is made of. */
export const ProtectedSettingsPage = () => (
  <Page.Protect permissions={SETTINGS_PERMISSIONS}>
    <SettingsPage />
  </Page.Protect>
);
