import type { Core } from '@strapi/strapi';
import { pluginId } from './constants';

/**
 * Fields for any content type that hold assets of the library: one, or several in an order. Only possible while Strapi registers.
 *
 * Shape: a document id as text, or a list of document ids as JSON; Strapi offers custom fields no relations.
 */
export const registerCustomFields = (strapi: Core.Strapi): void =>
  strapi.customFields.register([
    {
      name: 'asset',
      plugin: pluginId,
      type: 'string',
      inputSize: { default: 6, isResizable: true },
    },
    {
      name: 'assets',
      plugin: pluginId,
      type: 'json',
      inputSize: { default: 12, isResizable: true },
    },
  ]);
