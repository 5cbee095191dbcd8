import path from 'node:path';
import { createStrapi } from '@strapi/strapi';

/** The same application without HTTP: it takes jobs until it is told to end. Needs Redis, so that it hears the doorbell. */
const main = async (): Promise<void> => {
  const appDir = path.resolve(__dirname, '..', '..');
  const app = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  await app.load();
  if (app.config.get('plugin::reference-assets.jobs.engine') !== 'bullmq') {
    app.log.error('npm run worker needs REDIS_URL: without Redis the server runs the jobs itself.');
    await app.destroy();
    process.exit(1);
  }
  app.log.info('worker ready');
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
