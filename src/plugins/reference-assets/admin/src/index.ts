import { Palette } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MENU_PERMISSIONS, PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';

type Texts = Record<string, string>;

const prefixed = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${PLUGIN_ID}.${id}`, text]));

/** A language nobody has translated yet shows the English default messages. */
const load = async (locale: string): Promise<{ locale: string; data: Texts }> => {
  const data = await import(`./translations/${locale}.json`).then(
    (module: { default: Texts }) => prefixed(module.default),
    () => ({}),
  );
  return { locale, data };
};

const plugin: StrapiApp['appPlugins'][string] = {
  register(app) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Palette,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Reference assets' },
      permissions: MENU_PERMISSIONS,
      Component: () => import('./pages/app').then(({ App }) => ({ default: App })),
      position: 4,
    });
    app.addSettingsLink(
      {
        id: PLUGIN_ID,
        intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Reference assets' },
      },
      {
        id: `${PLUGIN_ID}-status`,
        to: `${PLUGIN_ID}/status`,
        intlLabel: { id: `${PLUGIN_ID}.status.title`, defaultMessage: 'Status' },
        permissions: PERMISSIONS.readStatus,
        Component: () =>
          import('./pages/status/status-page').then(({ ProtectedStatusPage }) => ({
            default: ProtectedStatusPage,
          })),
      },
    );
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },
  registerTrads: ({ locales }: { locales: string[] }) => Promise.all(locales.map(load)),
};

export default plugin;
