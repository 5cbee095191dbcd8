import { Image, Images } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';

const text = (id: string, defaultMessage: string) => ({ id: `${PLUGIN_ID}.${id}`, defaultMessage });

/** The fields that hold assets, for the content type builder and the entries of any content type. */
export const registerFields = (app: StrapiApp): void =>
  app.customFields.register([
    {
      name: 'asset',
      pluginId: PLUGIN_ID,
      type: 'string',
      icon: Image,
      intlLabel: text('field.one.label', 'Reference asset'),
      intlDescription: text('field.one.hint', 'One picture of the brand library'),
      components: {
        Input: () => import('./asset-field').then(({ AssetField }) => ({ default: AssetField })),
      },
    },
    {
      name: 'assets',
      pluginId: PLUGIN_ID,
      type: 'json',
      icon: Images,
      intlLabel: text('field.many.label', 'Reference assets'),
      intlDescription: text(
        'field.many.hint',
        'Several pictures of the brand library, in an order',
      ),
      components: {
        Input: () => import('./asset-field').then(({ AssetsField }) => ({ default: AssetsField })),
      },
    },
  ]);
