import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { buildSync } from 'esbuild';

const projectRoot = path.resolve(__dirname, '../..');
export const clipSources = path.join(
  projectRoot,
  'src/plugins/reference-assets/server/src/providers/clip',
);

/** Sent as a text, this ends the thread; see `buildWorker`. */
export const deadlyText = 'this text ends the thread';

/**
 * Bundles the real worker as the plugin's build does: one CommonJS file, packages left outside.
 *
 * The copy also dies of `deadlyText`, since a thread cannot be killed from outside. It finds the project's packages through links beside it: all of them, or only those named.
 */
export async function buildWorker(folder: string, packages?: string[]): Promise<string> {
  const outfile = path.join(folder, 'encoder-worker.js');
  const contents = `
    import './worker';
    import { parentPort } from 'node:worker_threads';
    parentPort!.on('message', (request) => {
      if (request.kind === 'text' && request.text.includes('${deadlyText}')) process.exit(9);
    });
  `;
  buildSync({
    stdin: { contents, resolveDir: clipSources, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    outfile,
  });
  await linkPackages(path.join(folder, 'node_modules'), packages);
  return outfile;
}

async function linkPackages(target: string, packages?: string[]): Promise<void> {
  const installed = path.join(projectRoot, 'node_modules');
  if (!packages) return symlink(installed, target, 'dir');
  await mkdir(target);
  for (const name of packages) {
    await symlink(path.join(installed, name), path.join(target, name), 'dir');
  }
}
