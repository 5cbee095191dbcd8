import { adminApi } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';
import type { Pagination } from '../../../shared/contracts/problems';

export type Query = Record<string, string | number | boolean | null | undefined>;
export interface PageOf<T> {
  data: T[];
  meta: { pagination: Pagination };
}

/** A path of the plugin's admin routes. Strapi's fetch client does not encode `params`, so the query is written here. */
export const route = (path: string, query: Query = {}): string => {
  const set = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return `/${PLUGIN_ID}${path}${text ? `?${text}` : ''}`;
};

/** Takes the answer out of Strapi's envelope. */
export const unwrap = <T>(reply: { data: T }): T => reply.data;

export const TAGS = [
  'RefAsset',
  'RefVideo',
  'RefStatus',
  'RefMention',
  'RefSearch',
  'RefSettings',
  'RefDelivery',
] as const;
export const LIST = 'LIST';

/** Strapi's own RTK Query API with the plugin's cache tags; every endpoint of the plugin is injected into it. */
export const studioApi = adminApi.enhanceEndpoints({ addTagTypes: [...TAGS] });
