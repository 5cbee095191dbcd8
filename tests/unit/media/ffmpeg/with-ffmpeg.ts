import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import {
  findMediaTools,
  type MediaTools,
} from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';

const works = (command: string): boolean => spawnSync(command, ['-version']).status === 0;

const packaged = (name: string): boolean => {
  try {
    require.resolve(name);
    return true;
  } catch {
    // Not installed: that is the answer.
    return false;
  }
};

const isThere = (tool: string): boolean =>
  works(process.env[`${tool.toUpperCase()}_PATH`] ?? tool) ||
  packaged(`@${tool}-installer/${tool}`);

export const configured = {
  ffmpeg: process.env.FFMPEG_PATH,
  ffprobe: process.env.FFPROBE_PATH,
};

/** `describe` for tests that need ffmpeg and ffprobe; skipped with the reason in its name without them. */
export const describeWithFfmpeg = (
  name: string,
  body: (context: { tools: () => MediaTools; file: (name: string) => string }) => void,
): void => {
  const missing = ['ffmpeg', 'ffprobe'].filter((tool) => !isThere(tool));
  if (missing.length > 0) {
    describe.skip(`${name} (skipped: no ${missing.join(' and ')} on this machine)`, () => {
      it('needs the tools', () => undefined);
    });
    return;
  }
  describe(name, () => {
    let found: MediaTools;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'media-test-'));
      found = await findMediaTools(configured);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    body({ tools: () => found, file: (part) => path.join(folder, part) });
  });
};

/** RGB pixels of one frame of a video. */
export const frameAt = async (
  tools: MediaTools,
  video: string,
  index: number,
  size: { width: number; height: number },
): Promise<(x: number, y: number) => [number, number, number]> => {
  const { stdout } = await runTool('ffmpeg', tools.ffmpeg, [
    ...['-i', video, '-vf', `select=eq(n\\,${index}),scale=in_color_matrix=bt709,format=rgb24`],
    ...['-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
  ]);
  return (x, y) => {
    const o = (y * size.width + x) * 3;
    return [stdout[o]!, stdout[o + 1]!, stdout[o + 2]!];
  };
};
