import { Image, Images } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { PLUGIN_ID } from '../plugin-id';
import type { FieldProps } from './chosen-assets';

const text = (id: string, defaultMessage: string) => ({ id: `${PLUGIN_ID}.${id}`, defaultMessage });

/** Strapi's type of an input knows no props, although the content manager hands them over. */
const asInput = (input: ComponentType<FieldProps>) => ({
  default: input as unknown as ComponentType,
});

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
        Input: () => import('./asset-field').then(({ AssetField }) => asInput(AssetField)),
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
        Input: () => import('./asset-field').then(({ AssetsField }) => asInput(AssetsField)),
      },
    },
  ]);
