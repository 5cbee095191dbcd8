import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import sharp from 'sharp';
import {
  createDepth,
  type Depth,
} from '../../../../src/plugins/reference-assets/server/src/providers/depth';
import { writeTinyDepth } from '../../../fixtures-clip/tiny-depth';

const root = path.resolve(__dirname, '../../../..');

describe('depth of pictures', () => {
  let folder: string;
  let workerFile: string;
  const opened: Depth[] = [];
  const open = (modelPath?: string, timeoutMs = 60_000): Depth => {
    const depth = createDepth({ workerFile, modelPath, timeoutMs });
    opened.push(depth);
    return depth;
  };
  const picture = (): Promise<Buffer> =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#222"/><rect x="150" width="150" height="200" fill="#eee"/></svg>`,
      ),
    )
      .png()
      .toBuffer();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'depth-'));
    workerFile = path.join(folder, 'depth-worker.js');
    buildSync({
      entryPoints: [
        path.join(root, 'src/plugins/reference-assets/server/src/providers/depth/worker.ts'),
      ],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      packages: 'external',
      outfile: workerFile,
    });
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    await writeTinyDepth(path.join(folder, 'model'));
  });
  afterAll(async () => {
    await Promise.all(opened.map((depth) => depth.close()));
    await rm(folder, { recursive: true, force: true });
  });

  it('draws what is near light, at the size of the picture', async () => {
    const { grey, width, height } = await open(path.join(folder, 'model')).estimate(
      await picture(),
    );
    expect([width, height, grey.length]).toEqual([300, 200, 60_000]);
    expect(grey[100 * 300 + 40]).toBeLessThan(20);
    expect(grey[100 * 300 + 260]).toBeGreaterThan(235);
  });

  it('says clearly what is missing, and never draws something else instead', async () => {
    await expect(open().estimate(await picture())).rejects.toMatchObject({
      code: 'unavailable',
      retryable: false,
      message: expect.stringContaining('depth.modelPath'),
    });
    await expect(open(path.join(folder, 'nowhere')).estimate('x')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('config.json'),
    });
    const broken = path.join(folder, 'broken');
    await mkdir(broken);
    await writeFile(path.join(broken, 'config.json'), '{"model_type":"depth_anything"}');
    await expect(open(broken).estimate(await picture())).rejects.toMatchObject({
      code: 'unavailable',
      message: 'The depth model could not be loaded.',
    });
  });

  it('refuses what is no picture for what it is', async () => {
    const depth = open(path.join(folder, 'model'));
    await expect(depth.estimate(Buffer.from('words'))).rejects.toMatchObject({
      name: 'StepFailure',
      code: 'not-an-image',
    });
  });
});
