import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

import { assemble } from '../src/plugins/reference-assets/server/src/media/assembly/assemble';
import { runTool } from '../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import {
  findMediaTools,
  type MediaTools,
} from '../src/plugins/reference-assets/server/src/media/ffmpeg/tools';
import {
  framesOfStills,
  type MovingStill,
} from '../src/plugins/reference-assets/server/src/media/motion/camera-frames';
import { overlayOnStill } from '../src/plugins/reference-assets/server/src/media/overlay/overlay-on-still';
import { composeLayers } from '../src/plugins/reference-assets/server/src/media/stills/compose-layers';
import { composeStill } from '../src/plugins/reference-assets/server/src/media/stills/compose-still';
import type {
  CameraMovement,
  ShotType,
} from '../src/plugins/reference-assets/shared/contracts/vocabulary';

const size = { width: 1280, height: 720 };
const shotFrames = 150;
const shots: [ShotType, CameraMovement][] = [
  ['hero_shot', 'push_in'],
  ['medium', 'pan_right'],
  ['wide', 'orbit'],
];
const rounds = 6;

const drawing = (body: string, side: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${body}</svg>`,
  );

const bottle = drawing(
  '<rect x="210" y="60" width="180" height="90" rx="20" fill="#23313f"/>' +
    '<rect x="150" y="140" width="300" height="430" rx="60" fill="#1f7a5c"/>' +
    '<rect x="150" y="270" width="300" height="170" fill="#f4efe2"/>',
  600,
);
const mark = drawing('<circle cx="60" cy="60" r="56" fill="#d9572b"/>', 120);

/** Prints how long a moving animatic takes against encoding its frames alone, and a logo on a still against sharp alone. */
export const run = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-motion-'));
  try {
    const tools = await findMediaTools({
      ffmpeg: process.env.FFMPEG_PATH,
      ffprobe: process.env.FFPROBE_PATH,
    });
    const stills = await prepare(folder);
    await benchAnimatic(folder, tools, stills);
    await benchLogo(folder, stills[0]!.still);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Stills in two depths, as the animatic tier moves them. */
const prepare = async (folder: string): Promise<MovingStill[]> => {
  const product = path.join(folder, 'bottle.png');
  await sharp(bottle).png().toFile(product);
  const stills: MovingStill[] = [];
  for (const [order, [shotType, movement]] of shots.entries()) {
    const beat = {
      ...{ order, name: shotType, shotType, action: '', mood: 'warm' as const },
      cameraMovement: movement,
    };
    const layers = { product: { path: product, hasTransparency: true } };
    const palette = [
      [228, 87, 46],
      [23, 190, 187],
    ] as const;
    const request = { size, beat, layers, palette, seed: 'bench' };
    const { png } = await composeStill(request);
    const depths = await composeLayers(request);
    stills.push({
      still: png,
      layers: () => Promise.resolve(depths),
      movement,
      frames: shotFrames,
    });
  }
  return stills;
};

const benchAnimatic = async (folder: string, tools: MediaTools, stills: MovingStill[]) => {
  const raw = path.join(folder, 'frames.yuv');
  await writeFile(raw, framesOfStills(stills, size));
  const byHand = [
    ...['-hide_banner', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', '1280x720', '-r', '30'],
    ...['-i', raw, '-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', '-map', '0:v', '-map', '1:a'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p'],
    ...['-profile:v', 'high', '-g', '60', '-c:a', 'aac', '-b:a', '160k', '-ar', '48000'],
    ...['-t', '15', '-movflags', '+faststart', '-y', path.join(folder, 'from-raw.mp4')],
  ];
  const outputPath = path.join(folder, 'animatic.mp4');
  const [ours, theirs] = await fastest(
    () => assemble({ size, shots: { stills }, outputPath }, tools),
    () => runTool('ffmpeg', tools.ffmpeg, byHand),
  );
  print('animatic of 15 s at 720p in two depths, stills to MP4', ours!, theirs!, 1.3);
  print('the same animatic against its running time', ours!, 15, 1);
};

const benchLogo = async (folder: string, png: string | Buffer) => {
  const still = path.join(folder, 'still.png');
  const logo = path.join(folder, 'logo.png');
  await writeFile(still, png);
  await sharp(mark).png().toFile(logo);
  const task = {
    ...{ still, logos: [logo], preference: null, productBox: null, companionBoxes: [] },
    ...{ motion: null, copy: null, copyBox: null, palette: [], beatFrames: 150 },
  };
  const bare = async () => {
    const input = await sharp(logo).resize(108, 108).png().toBuffer();
    await sharp(still)
      .composite([{ input, left: 1140, top: 580 }])
      .png({ compressionLevel: 6 })
      .toBuffer();
  };
  const often = (work: () => Promise<unknown>) => async () => {
    for (let n = 0; n < 5; n++) await work();
  };
  const [ours, theirs] = await fastest(
    often(() => overlayOnStill(task)),
    often(bare),
  );
  print('logo placed and laid on a 720p still', ours! / 5, theirs! / 5, 1.3);
};

/** Shortest time of each in seconds, taken in turns so that a busy machine slows both. */
const fastest = async (...jobs: (() => Promise<unknown>)[]): Promise<number[]> => {
  const best = jobs.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, job] of jobs.entries()) {
      const started = process.hrtime.bigint();
      await job();
      best[index] = Math.min(best[index]!, Number(process.hrtime.bigint() - started) / 1e9);
    }
  }
  return best;
};

const print = (name: string, value: number, reference: number, limit: number): void => {
  const round = (number: number) => Math.round(number * 1000) / 1000;
  const line = {
    ...{ bench: 'motion', case: name, value: round(value), unit: 's' },
    ...{ reference: round(reference), ratio: round(value / reference), limit },
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
