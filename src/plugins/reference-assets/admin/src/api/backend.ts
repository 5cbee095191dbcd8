import type { MediaRef } from '../../../shared/contracts/assets';

/** Where the server answers; Strapi's admin shell keeps it on `window`. */
export const backendUrl = (): string =>
  (window as unknown as { strapi: { backendURL: string } }).strapi.backendURL;

/** A picture's or video's address; the local upload provider stores only the path. */
export const mediaUrl = (media: MediaRef): string =>
  media.url.startsWith('/') ? `${backendUrl()}${media.url}` : media.url;
