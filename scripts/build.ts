import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './files-below';

/** One thing to build: from which files, by which command, into what. */
interface Part {
  name: string;
  sources: string[];
  produces: string;
  command: [string, ...string[]];
}

const plugin = 'src/plugins/reference-assets';
const parts: Part[] = [
  {
    name: 'plugin',
    sources: [`${plugin}/admin`, `${plugin}/server`, `${plugin}/shared`, `${plugin}/package.json`],
    produces: `${plugin}/dist/server/index.js`,
    command: ['npm', 'run', 'build', '--silent', '-w', 'strapi-plugin-reference-assets'],
  },
  {
    name: 'application and admin panel',
    sources: [
      'src/admin',
      'src/api',
      'src/index.ts',
      'src/worker.ts',
      'src/grants.ts',
      'src/first-admin.ts',
      'config',
      `${plugin}/admin`,
      `${plugin}/shared`,
      'package.json',
    ],
    produces: 'dist/build/index.html',
    command: ['npx', 'strapi', 'build'],
  },
];

/** Hash of everything a part is built from, with the command that builds it. */
const fingerprint = ({ sources, command }: Part): string => {
  const hash = createHash('sha256').update(`${process.version} ${command.join(' ')}`);
  for (const file of sources.flatMap(filesBelow).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

const stampOf = ({ name }: Part): string =>
  path.join('node_modules', '.cache', 'reference-assets', `${name.replaceAll(' ', '-')}.built`);

/** Builds a part unless what is there was built from the same files. */
const build = (part: Part): void => {
  const stamp = stampOf(part);
  const now = fingerprint(part);
  const isBuilt =
    existsSync(part.produces) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (isBuilt) {
    console.log(`${part.name}: built already`);
    return;
  }
  const startedAt = Date.now();
  const [command, ...args] = part.command;
  const environment = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  console.log(`${part.name}: built in ${Math.round((Date.now() - startedAt) / 1000)} s`);
};

parts.forEach(build);
