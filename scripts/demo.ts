import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureAdmin } from './demo/admin-login';
import { drawKit } from './demo/draw-kit';
import { makeVideo } from './demo/make-video';
import { ensurePeople } from './demo/people';
import { showSearches } from './demo/show-searches';
import { bringIn, printSummary } from './import/bring-in';
import { prepareApplication } from './launch/application';
import { dataDirectory, loadEnvironment } from './launch/environment';
import { messageOf } from '../src/plugins/reference-assets/shared/message-of';

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** `npm run demo`: the whole way once, on what this machine has; stays up unless `--exit`. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { exit: { type: 'boolean', default: false } } });

  process.env.STARTUP_LOG ??= 'false';
  const startedAt = Date.now();
  loadEnvironment();
  const kit = drawKit(path.join(dataDirectory(), 'demo-kit'));
  console.log('starting the database and Strapi …');
  const { strapi, stop } = await prepareApplication();
  await strapi.start();
  const url = `http://localhost:${strapi.config.get('server.port')}`;
  console.log(`ready after ${seconds(startedAt)}: ${url}`);
  const login = await ensureAdmin(strapi);
  const people = await ensurePeople(strapi);

  const kitAt = Date.now();
  printSummary(await bringIn(strapi, await kit));
  console.log(`demo brand kit in the library after ${seconds(kitAt)}\n`);
  await showSearches(strapi);
  const videoAt = Date.now();
  const video = await makeVideo(strapi);
  console.log(`video in review after ${seconds(videoAt)}\n`);

  const onDisk = (file: { url: string } | null) =>
    file ? path.join(strapi.dirs.static.public, file.url) : 'none';
  console.log(`MP4         ${onDisk(video.video)}`);
  for (const beat of video.beats)
    console.log(`storyboard  ${onDisk(beat.stillWithLogo)}  ${beat.name}`);
  console.log(`admin page  ${url}/admin/plugins/reference-assets/videos/${video.documentId}`);
  console.log(`login       ${login}`);
  for (const line of people) console.log(`people      ${line}`);
  console.log(`all in      ${seconds(startedAt)}`);
  if (!values.exit) {
    console.log('\nstays up; Ctrl-C ends it');
    return;
  }
  await stop();
  process.exit(0);
};

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
