import { readFileSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

import { makeMaster } from '../../../../src/plugins/reference-assets/server/src/media/assembly/make-master';
import { renderClip } from '../../../../src/plugins/reference-assets/server/src/media/motion/render-clip';
import { describeWithFfmpeg } from '../ffmpeg/with-ffmpeg';

const size = { width: 320, height: 180 };

describeWithFfmpeg('makeMaster', ({ tools, file }) => {
  const provenance = {
    digitalSourceType: 'composite',
    models: ['local/animatic'],
    statement: 'Composed.',
    title: 'Trial',
  } as const;

  /** A still with something to see: bands, so that a slow camera shows. */
  const still = () =>
    sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#2f6f5f"/>' +
          '<rect x="60" y="30" width="60" height="120" fill="#e07020"/><circle cx="220" cy="90" r="50" fill="#f4efe2"/></svg>',
      ),
    )
      .png()
      .toBuffer();

  const task = async (logo: boolean, product?: string) => {
    await sharp({ create: { width: 300, height: 150, channels: 4, background: '#203050' } })
      .png()
      .toFile(file('mark.png'));
    const clips = [];
    for (const [index, movement] of (['push_in', 'static'] as const).entries()) {
      const outputPath = file(`clip-${index}.mp4`);
      await renderClip({ still: await still(), movement, frames: 75, size, outputPath }, tools());
      const promised = product && index === 1 ? { path: product, hasTransparency: true } : null;
      const mayRest = movement === 'static';
      clips.push({ path: outputPath, frames: 75, mayRest, product: promised });
    }
    const place = { x: 260, y: 150, width: 40, height: 20, fromFrame: 0, toFrame: 150 };
    return makeMaster({
      size,
      clips,
      logos: logo ? [{ ...place, logo: file('mark.png'), opacity: 0.8 }] : [],
      music: { mood: 'calm', seed: 'trial' },
      provenance,
      folder: path.dirname(file('x')),
      tools: tools(),
    });
  };

  it('makes a master whose report has nothing to blame, the logo proved, the making told', async () => {
    const made = await task(true);
    expect(made.copied).toBe(false);
    expect(made.report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(made.report.checks.find(({ name }) => name === 'logo before encoding')).toMatchObject({
      actual: '100 % of 150 frames, largest difference 0',
    });
    for (const one of [made.path, made.posterPath])
      expect(readFileSync(one).includes('digitalsourcetype/composite"')).toBe(true);
    expect(await sharp(made.posterPath).metadata()).toMatchObject(size);
  });

  it('takes our own clips over as they are when no logo stands on them', async () => {
    const made = await task(false);
    expect(made.copied).toBe(true);
    expect(made.report.checks.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('finds the product that a shot was promised to show, and names the shot that lacks it', async () => {
    const thing = async (name: string, body: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="200">${body}</svg>`;
      await sharp(Buffer.from(svg)).png().toFile(file(name));
      return file(name);
    };
    const bar = await thing('bar.png', '<rect width="100" height="200" fill="#e07020"/>');
    const shown = await task(false, bar);
    expect(shown.report.checks.find(({ name }) => name === 'product presence')).toMatchObject({
      passed: true,
    });
    const other = await thing(
      'other.png',
      '<rect width="100" height="100" fill="#2030c0"/><rect y="100" width="100" height="100" fill="#f0e020"/>' +
        '<circle cx="50" cy="100" r="45" fill="#c02060"/>',
    );
    const { passed, checks } = (await task(false, other)).report;
    expect(passed).toBe(false);
    expect(checks.filter((one) => !one.passed)).toEqual([
      expect.objectContaining({ name: 'product presence', shot: 1 }),
    ]);
  });
});
