import type { ReactNode } from 'react';
import { Box, Divider, Flex, Link } from '@strapi/design-system';
import { Layouts, SubNav } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { useListNoticesQuery } from '../api/notices';
import { useListMentionsQuery } from '../api/review';
import { usePermission } from '../hooks/use-permission';
import { useText } from '../hooks/use-text';
import { BASE_PATH } from '../plugin-id';

/** The pages a person may open, first the one to start on. */
export const useStudioLinks = () => {
  const t = useText();
  const may = usePermission();
  const skip = !may('readVideos');
  const { data: said = [] } = useListMentionsQuery(undefined, { skip });
  const { data: happened = [] } = useListNoticesQuery(undefined, { skip });
  const unseen = [...said, ...happened].filter((one) => one.unseen).length;
  const mentions = unseen > 0 ? t('mentions.count', { count: unseen }) : t('mentions.title');
  return [
    { to: `${BASE_PATH}/library`, label: t('library.title'), shown: may('readAssets') },
    { to: `${BASE_PATH}/videos`, label: t('videos.title'), shown: may('readVideos') },
    { to: `${BASE_PATH}/mentions`, label: mentions, shown: may('readVideos') },
    {
      to: `${BASE_PATH}/dashboard`,
      label: t('dashboard.title'),
      shown: may('readDashboard'),
    },
  ].filter(({ shown }) => shown);
};

/** The plugin's pages beside their navigation, as Strapi's own plugins have it; a row of links on a phone. */
export const StudioLayout = ({ children }: { children: ReactNode }) => {
  const t = useText();
  const links = useStudioLinks();
  const nav = (
    <SubNav.Main aria-label={t('plugin.name')}>
      <SubNav.Header label={t('plugin.name')} />
      <Divider />
      <SubNav.Content>
        <SubNav.Sections>
          {[
            <SubNav.Section key="studio" label={t('nav.studio')}>
              {links.map(({ to, label }) => (
                <SubNav.Link key={to} to={to} label={label} />
              ))}
            </SubNav.Section>,
          ]}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
  return (
    <Layouts.Root sideNav={nav}>
      <Box tag="nav" aria-label={t('plugin.name')} display={{ initial: 'block', medium: 'none' }}>
        <Flex gap={4} padding={4}>
          {links.map(({ to, label }) => (
            <Link key={to} tag={NavLink} to={to}>
              {label}
            </Link>
          ))}
        </Flex>
      </Box>
      {children}
    </Layouts.Root>
  );
};
