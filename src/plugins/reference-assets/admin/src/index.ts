import { Palette } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { MENU_PERMISSIONS, PERMISSIONS, SETTINGS_PERMISSIONS } from './permissions';
import { registerFields } from './fields/register-fields';
import { AssetSuggestionsPanel } from './panels/asset-suggestions-panel';
import { PLUGIN_ID } from './plugin-id';

/** The part of the content manager that takes panels; its own types are not exported to plugins. */
interface ContentManager {
  addEditViewSidePanel(panels: unknown[]): void;
}
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
      [
        {
          id: `${PLUGIN_ID}-studio`,
          to: `${PLUGIN_ID}/studio`,
          intlLabel: { id: `${PLUGIN_ID}.settings.title`, defaultMessage: 'Brand and studio' },
          permissions: SETTINGS_PERMISSIONS,
          Component: () =>
            import('./pages/settings/settings-page').then(({ ProtectedSettingsPage }) => ({
              default: ProtectedSettingsPage,
            })),
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
      ],
    );
    registerFields(app);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },
  bootstrap(app) {
    const manager = app.getPlugin('content-manager')?.apis as unknown as ContentManager | undefined;
    manager?.addEditViewSidePanel([AssetSuggestionsPanel]);
  },
  registerTrads: ({ locales }: { locales: string[] }) => Promise.all(locales.map(load)),
};

export default plugin;
