import type { Core } from '@strapi/strapi';

/**
 * Has the media library keep what it is given, once; an admin may choose otherwise in its settings.
 *
 * By default Strapi writes every picture anew at quality 80 (`upload/server/src/bootstrap.ts`, `sizeOptimization`):
 * brand colours shift, a PNG loses its palette, a photograph its EXIF orientation.
 */
export const keepOriginals = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'api', name: 'host' });
  if (await store.get({ key: 'originals-kept' })) return;
  const upload = strapi.plugin('upload').service('upload');
  await upload.setSettings({ ...(await upload.getSettings()), sizeOptimization: false });
  await store.set({ key: 'originals-kept', value: true });
};
