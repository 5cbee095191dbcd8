import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { apiToken, formWith, send } from '../../tests/app/client';
import { newHome, removeHome, root, startApp, type App } from '../../tests/app/start-app';
import { print, quantile, timed } from './figures';

const rounds = 5;
const uploadsARound = 12;

/** `config/plugins.ts` without the plugin. */
const pluginsWithoutIt = `module.exports = ({ env }) => ({
  graphql: { enabled: true, config: { endpoint: '/graphql' } },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  upload: { config: { sizeLimit: 200 * 1024 * 1024 } },
});
`;

/** The built host without the plugin, and without what of the host relates to it. */
const hostWithoutPlugin = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-host-'));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const name of ['dist', 'tsconfig.json', 'favicon.png'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  await rm(path.join(folder, 'dist', 'src', 'api'), { recursive: true });
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  delete manifest.workspaces;
  delete manifest.dependencies['strapi-plugin-reference-assets'];
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'dist', 'config', 'plugins.js'), pluginsWithoutIt);
  return folder;
};

/** Times of uploads one after the other, ms. */
const uploadTimes = async (
  app: Pick<App, 'url'>,
  token: string,
  pictures: readonly Buffer[],
): Promise<number[]> => {
  const times: number[] = [];
  for (const [at, bytes] of pictures.entries()) {
    const form = formWith('files', [{ name: `upload ${at}.jpg`, bytes, type: 'image/jpeg' }]);
    const { result, seconds } = await timed(() =>
      send(app, 'POST', '/api/upload', { token, form }),
    );
    if (result.status !== 201) throw new Error(`upload: ${result.status}`);
    times.push(1000 * seconds);
  }
  return times;
};

/** Waits until everything that was uploaded is analysed, so that it takes nothing from the other application. */
const untilAnalysed = async (app: App, token: string, count: number): Promise<void> => {
  const path = '/api/reference-assets?pageSize=1&status=done';
  while ((await send(app, 'GET', path, { token })).body.meta.pagination.total < count)
    await pause(200);
};

/** Prints what the plugin adds to an upload: both applications in turn, so that neither has the quieter machine. */
export const benchUpload = async (files: readonly string[]): Promise<void> => {
  const pictures = await Promise.all(files.slice(0, uploadsARound).map((file) => readFile(file)));
  const host = await hostWithoutPlugin();
  const homes = [await newHome(), await newHome()];
  const apps: App[] = [];
  try {
    apps.push(await startApp({ home: homes[0] }));
    apps.push(await startApp({ home: homes[1], folder: host }));
    const tokens = [await apiToken(apps[0]), await apiToken(apps[1])];
    const times: number[][] = [[], []];
    for (let round = 0; round <= rounds; round += 1)
      for (const which of [0, 1]) {
        const taken = await uploadTimes(apps[which], tokens[which], pictures);
        if (which === 0) await untilAnalysed(apps[0], tokens[0], (round + 1) * pictures.length);
        // The first round warms both up.
        if (round > 0) times[which].push(...taken);
      }
    print('ingest', 'POST /api/upload median with the plugin, against without it', {
      value: quantile(times[0], 0.5),
      reference: quantile(times[1], 0.5),
      unit: 'ms',
      limit: 1.1,
    });
  } finally {
    for (const app of apps) await app.stop();
    for (const home of homes) await removeHome(home);
    await rm(host, { recursive: true, force: true });
  }
};
