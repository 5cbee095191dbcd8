import sharp from 'sharp';

import { assemble } from '../../../../src/plugins/reference-assets/server/src/media/assembly/assemble';
import { checkMaster } from '../../../../src/plugins/reference-assets/server/src/media/assembly/check';
import {
  readLogoPlanes,
  type LogoPlanes,
} from '../../../../src/plugins/reference-assets/server/src/media/assembly/logo-planes';
import { createLogoProof } from '../../../../src/plugins/reference-assets/server/src/media/assembly/logo-proof';
import { ssim } from '../../../../src/plugins/reference-assets/server/src/media/assembly/ssim';
import { runTool } from '../../../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import { describeWithFfmpeg } from '../ffmpeg/with-ffmpeg';

const size = { width: 320, height: 180 };

/** A round mark with a soft edge, a see-through ring and two colours. */
const mark = (width: number, height: number, color = '#d9572b') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 60 40">` +
        `<ellipse cx="30" cy="20" rx="29" ry="19" fill="${color}"/>` +
        '<circle cx="20" cy="20" r="9" fill="#103050" fill-opacity=".5"/><path d="M34 10h14v20H34z" fill="#fff"/></svg>',
    ),
  )
    .png()
    .toBuffer();

describeWithFfmpeg('the proof of the logo', ({ tools, file }) => {
  const noisy = async (name: string) => {
    await runTool('ffmpeg', tools().ffmpeg, [
      ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=1', '-vf', 'noise=alls=12:allf=t'],
      ...[
        '-pix_fmt',
        'yuv420p',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-crf',
        '10',
        '-y',
        file(name),
      ],
    ]);
    return file(name);
  };

  it('sees every frame exact before the encode and alike after it, in two places', async () => {
    await sharp(await mark(60, 40)).toFile(file('one.png'));
    await sharp(await mark(44, 30, '#20a060')).toFile(file('two.png'));
    const logos = [
      {
        fromFrame: 3,
        toFrame: 18,
        x: 250,
        y: 130,
        width: 60,
        height: 40,
        pngPath: file('one.png'),
      },
      { fromFrame: 18, toFrame: 30, x: 276, y: 0, width: 44, height: 30, pngPath: file('two.png') },
    ];
    const clips = [{ path: await noisy('noisy.mp4'), frames: 30 }];
    const outputPath = file('branded.mp4');
    const master = await assemble(
      {
        size,
        shots: { clips },
        logos,
        outputPath,
        encode: { crf: 6 },
        poster: { path: file('p.jpg') },
      },
      tools(),
    );
    expect(master.logoProof).toMatchObject({ frames: 27, exactFrames: 27, worst: 0 });
    expect(master.logoProof?.kept.map(({ frame }) => frame)).toEqual(
      Array.from({ length: 27 }, (_, index) => index + 3),
    );
    const promise = {
      size,
      shots: clips,
      sound: false,
      logo: { windows: logos, proof: master.logoProof! },
    };
    const { checks } = await checkMaster(outputPath, promise, tools());
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(checks.find(({ name }) => name === 'logo before encoding')?.actual).toBe(
      '100 % of 27 frames, largest difference 0',
    );
    expect(checks.find(({ name }) => name === 'logo after encoding')?.actual).toMatch(
      /^100 % of 27 frames, worst 0\.9[89]\d* on frame \d+$/,
    );

    // A master without the logo is not taken for one with it.
    const bare = file('bare.mp4');
    await assemble({ size, shots: { clips }, outputPath: bare, encode: { crf: 6 } }, tools());
    const without = (await checkMaster(bare, promise, tools())).checks;
    expect(without.find(({ name }) => name === 'logo after encoding')).toMatchObject({
      passed: false,
    });
  });

  it('refuses a picture that is not of the size of its place, and odd places', async () => {
    const clips = [{ path: file('noisy.mp4'), frames: 30 }];
    const logo = {
      fromFrame: 0,
      toFrame: 30,
      x: 10,
      y: 10,
      width: 58,
      height: 40,
      pngPath: file('one.png'),
    };
    const run = (logos: (typeof logo)[]) =>
      assemble({ size, shots: { clips }, logos, outputPath: file('never.mp4') }, tools());
    await expect(run([logo])).rejects.toThrow("the logo's picture is 60×40 px, its place 58×40");
    await expect(run([{ ...logo, x: 11 }])).rejects.toThrow(/even/);
    await expect(run([logo, { ...logo, fromFrame: 29 }])).rejects.toThrow(
      'two logos stand on frame 29',
    );
  });
});

describe('createLogoProof', () => {
  const logo = { fromFrame: 1, toFrame: 3, x: 0, y: 0, width: 4, height: 4, pngPath: '' };
  const view = { width: 4, height: 4, corners: [{ x: 0, y: 0 }] };

  /** One frame of the stream: a grey ground above, the same with the logo's paint below. */
  const frameOf = (
    planes: LogoPlanes,
    change: (frame: Buffer) => void = () => undefined,
  ): Buffer => {
    const frame = Buffer.alloc(4 * 4 * 3, 100);
    for (let i = 0; i < 16; i++)
      frame[16 + i] = planes.y[Math.floor(i / 4) * planes.width + (i % 4)]!;
    for (let i = 0; i < 4; i++) {
      const at = Math.floor(i / 2) * (planes.width / 2) + (i % 2);
      frame[32 + 4 + i] = planes.u[at]!;
      frame[40 + 4 + i] = planes.v[at]!;
    }
    change(frame);
    return frame;
  };

  it('counts frames with the logo only, however the stream is cut, and sees one wrong step', async () => {
    const png = await sharp({
      create: { width: 4, height: 4, channels: 4, background: '#d9572bff' },
    })
      .png()
      .toBuffer();
    const planes = await readLogoPlanes(png, logo);
    const proof = createLogoProof(view, [logo], [planes]);
    const stream = Buffer.concat([
      Buffer.alloc(48, 7),
      frameOf(planes),
      frameOf(planes, (frame) => (frame[36 + 3]! += 1)),
      Buffer.alloc(48, 9),
    ]);
    for (let at = 0; at < stream.length; at += 7) proof.take(stream.subarray(at, at + 7));
    expect(proof.result()).toMatchObject({ frames: 2, exactFrames: 1, worst: 1 });
  });
});

describe('ssim', () => {
  const picture = Uint8Array.from({ length: 32 * 24 }, (_, i) => 60 + ((i * 37) % 90));
  it('is 1 for the same and falls with the difference', () => {
    const shape = { width: 32, height: 24 };
    const off = (by: number) => picture.map((value, i) => value + (i % 2 ? by : -by));
    expect(ssim(picture, picture, shape)).toBe(1);
    expect(ssim(picture, off(3), shape)).toBeGreaterThan(ssim(picture, off(12), shape));
    expect(ssim(picture, off(3), shape)).toBeGreaterThan(0.97);
    expect(ssim(picture, new Uint8Array(picture.length).fill(105), shape)).toBeLessThan(0.1);
  });
});
