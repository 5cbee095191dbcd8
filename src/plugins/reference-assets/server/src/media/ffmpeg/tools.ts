import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { MediaToolError } from './media-tool-error';
import { runTool } from './run';

/** Where ffmpeg and ffprobe are and what this ffmpeg can do. */
export interface MediaTools {
  ffmpeg: string;
  ffprobe: string;
  version: string;
  source: 'configured' | 'path' | 'package';
  filters: ReadonlySet<string>;
  encoders: ReadonlySet<string>;
}

const needed = {
  filters: ['overlay', 'scale', 'concat', 'tpad', 'trim', 'fps', 'setparams', 'aresample', 'apad'],
  encoders: ['libx264', 'aac'],
};

const howToInstall =
  'install ffmpeg (for example `apt-get install ffmpeg` or `brew install ffmpeg`), ' +
  'or set FFMPEG_PATH and FFPROBE_PATH, ' +
  'or add the packages @ffmpeg-installer/ffmpeg and @ffprobe-installer/ffprobe';

/**
 * Finds ffmpeg and ffprobe (given paths, then PATH, then the installer packages) and asks ffmpeg once what it can do.
 *
 * Throws: `MediaToolError` `missing` with how to install, or `unsupported` naming what this build lacks.
 */
export const findMediaTools = async (
  configured: { ffmpeg?: string; ffprobe?: string } = {},
): Promise<MediaTools> => {
  const ffmpeg = await locate('ffmpeg', configured.ffmpeg);
  const ffprobe = await locate('ffprobe', configured.ffprobe);
  const ask = (flag: string) =>
    runTool('ffmpeg', ffmpeg.path, ['-hide_banner', flag], { timeoutMs: 20_000 });
  const [filters, encoders] = await Promise.all([ask('-filters'), ask('-encoders')]);
  const tools: MediaTools = {
    ffmpeg: ffmpeg.path,
    ffprobe: ffprobe.path,
    version: ffmpeg.version,
    source: ffmpeg.source,
    filters: listedNames(filters.stdout.toString('utf8')),
    encoders: listedNames(encoders.stdout.toString('utf8')),
  };
  demand(tools);
  return tools;
};

/** Names in the second column of `ffmpeg -filters` or `ffmpeg -encoders`. */
export const listedNames = (listing: string): Set<string> =>
  new Set(
    listing
      .split('\n')
      .map((line) => /^\s*[A-Z.|]{2,6}\s+([a-z0-9_]+)\s/i.exec(line)?.[1])
      .filter((name): name is string => name !== undefined),
  );

const demand = (tools: MediaTools): void => {
  const lacking = [
    ...needed.filters.filter((name) => !tools.filters.has(name)),
    ...needed.encoders.filter((name) => !tools.encoders.has(name)),
  ];
  if (lacking.length === 0) return;
  throw new MediaToolError({
    tool: 'ffmpeg',
    code: 'unsupported',
    message: `ffmpeg ${tools.version} at "${tools.ffmpeg}" lacks ${lacking.join(', ')}; ${howToInstall}`,
  });
};

interface Located {
  path: string;
  version: string;
  source: MediaTools['source'];
}

const locate = async (tool: 'ffmpeg' | 'ffprobe', given?: string): Promise<Located> => {
  // A configured path that does not work is an error: quietly using another build would hide it.
  if (given) return { path: given, version: await versionOf(tool, given), source: 'configured' };
  const onPath = await versionOf(tool, tool).catch(() => undefined);
  if (onPath) return { path: tool, version: onPath, source: 'path' };
  const packaged = await packagedPath(tool);
  if (packaged) {
    await makeExecutable(tool, packaged);
    return { path: packaged, version: await versionOf(tool, packaged), source: 'package' };
  }
  throw new MediaToolError({
    tool,
    code: 'missing',
    message: `${tool} was not found: ${howToInstall}`,
  });
};

const versionOf = async (tool: 'ffmpeg' | 'ffprobe', path: string): Promise<string> => {
  const { stdout } = await runTool(tool, path, ['-version'], { timeoutMs: 20_000 });
  const version = /version (\S+)/.exec(stdout.toString('utf8'))?.[1];
  if (version) return version;
  throw new MediaToolError({ tool, code: 'bad-output', message: `"${path}" is not ${tool}` });
};

const packagedPath = async (tool: 'ffmpeg' | 'ffprobe'): Promise<string | undefined> => {
  // Held in a variable, so that bundlers and the type checker leave the optional package alone.
  const name = `@${tool}-installer/${tool}`;
  const fromHere = () => import(name) as Promise<InstallerPackage>;
  // Strict installers put the host's packages where only the host can see them.
  const fromHost = async () =>
    createRequire(path.join(process.cwd(), 'package.json'))(name) as InstallerPackage;
  for (const load of [fromHere, fromHost]) {
    try {
      const loaded = await load();
      const found = loaded.path ?? loaded.default?.path;
      if (found) return found;
    } catch {
      // Not installed, or no binary for this platform: both mean "not available from here".
    }
  }
  return undefined;
};

interface InstallerPackage {
  path?: string;
  default?: { path?: string };
}

/**
 * The installer packages set the execute bit in an install script; where those are switched off it is set here.
 */
const makeExecutable = async (tool: 'ffmpeg' | 'ffprobe', path: string): Promise<void> => {
  try {
    await access(path, constants.X_OK);
  } catch {
    // Not executable yet: the reason for being here.
    await chmod(path, 0o755).catch((cause: unknown) => {
      throw new MediaToolError({
        tool,
        code: 'missing',
        message: `${tool} at "${path}" is not executable and cannot be made so: run chmod +x on it`,
        cause,
      });
    });
  }
};
