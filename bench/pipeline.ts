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
  cameraFrames,
  type MovingStill,
} from '../src/plugins/reference-assets/server/src/media/motion/camera-frames';
import { renderClip } from '../src/plugins/reference-assets/server/src/media/motion/render-clip';
import { writeMusic } from '../src/plugins/reference-assets/server/src/media/music/compose-music';
import { composeStill } from '../src/plugins/reference-assets/server/src/media/stills/compose-still';
import { copyJobs, delayDuring, memoryDuring } from './pipeline-parts/limits';
import type {
  CameraMovement,
  ShotType,
} from '../src/plugins/reference-assets/shared/contracts/vocabulary';
import { timePaidVideo } from './paid/paid-video';

const size = { width: 1280, height: 720 };
const shotFrames = 150;
const shots: [ShotType, CameraMovement][] = [
  ['hero_shot', 'push_in'],
  ['medium', 'pan_right'],
  ['wide', 'orbit'],
];
const rounds = 3;

const drawing = (body: string, side: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${body}</svg>`,
  );

const bottle = drawing(
  '<rect x="210" y="60" width="180" height="90" rx="20" fill="#23313f"/>' +
    '<rect x="150" y="140" width="300" height="430" rx="60" fill="#1f7a5c"/>' +
    '<rect x="150" y="270" width="300" height="170" fill="#f4efe2"/>' +
    '<circle cx="300" cy="355" r="56" fill="#d9572b"/>',
  600,
);
const mark = drawing('<circle cx="60" cy="60" r="56" fill="#d9572b"/>', 120);

/** Prints how long assembly and the animatic take against ffmpeg doing the same encode by itself. */
export const run = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-pipeline-'));
  try {
    const tools = await findMediaTools({
      ffmpeg: process.env.FFMPEG_PATH,
      ffprobe: process.env.FFPROBE_PATH,
    });
    const material = await prepare(folder, tools);
    await benchAssembly(folder, tools, material);
    await benchAnimatic(folder, tools, material);
    await benchCopy(folder, tools, material);
    await benchThread(folder, tools, material);
    await benchMemory(folder, tools, material);
    const paid = await timePaidVideo({ stillMs: 5000, clipMs: 40_000 });
    const name = `30 s video of ${paid.beats} beats at a vendor: stills 5 s, clips 40 s`;
    print(name, paid.totalSeconds, paid.leastSeconds, 1.15);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

interface Material {
  stills: MovingStill[];
  clips: { path: string; frames: number }[];
  logo: string;
  music: string;
}

const prepare = async (folder: string, tools: MediaTools): Promise<Material> => {
  const product = path.join(folder, 'bottle.png');
  const logo = path.join(folder, 'logo.png');
  const music = path.join(folder, 'music.wav');
  await sharp(bottle).png().toFile(product);
  await sharp(mark).png().toFile(logo);
  await writeMusic({ durationSeconds: 15, mood: 'warm', seed: 'bench' }, music);
  const stills: MovingStill[] = [];
  for (const [order, [shotType, movement]] of shots.entries()) {
    const beat = {
      order,
      name: shotType,
      shotType,
      action: '',
      mood: 'warm',
      cameraMovement: movement,
    } as const;
    const layers = { product: { path: product, hasTransparency: true } };
    const { png } = await composeStill({
      size,
      beat,
      layers,
      palette: [
        [228, 87, 46],
        [23, 190, 187],
      ],
      seed: 'bench',
    });
    stills.push({ still: png, movement, frames: shotFrames });
  }
  const clips = [];
  for (const [index, still] of stills.entries()) {
    clips.push(
      await renderClip({ ...still, size, outputPath: path.join(folder, `${index}.mp4`) }, tools),
    );
  }
  return { stills, clips, logo, music };
};

const encodeOptions = [
  ...[
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '18',
    '-pix_fmt',
    'yuv420p',
    '-profile:v',
    'high',
  ],
  ...['-g', '60', '-c:a', 'aac', '-b:a', '160k', '-ar', '48000', '-ac', '2'],
  ...['-movflags', '+faststart', '-y'],
];

/** The same master by one ffmpeg command as a person would type it. */
const handWritten = (folder: string, { clips, logo, music }: Material): string[] => [
  ...clips.flatMap((clip) => ['-i', clip.path]),
  ...['-i', logo, '-i', music, '-filter_complex'],
  '[0:v][1:v][2:v]concat=n=3:v=1:a=0[v];[v][3:v]overlay=1100:40[o]',
  ...['-map', '[o]', '-map', '4:a', '-frames:v', String(3 * shotFrames), '-t', '15'],
  ...[...encodeOptions, path.join(folder, 'by-hand.mp4')],
];

const benchAssembly = async (folder: string, tools: MediaTools, material: Material) => {
  const { clips, logo, music } = material;
  const place = { x: 1100, y: 40, width: 120, height: 120, pngPath: logo };
  const logos = [{ ...place, fromFrame: 0, toFrame: 3 * shotFrames }];
  const [ours, theirs] = await fastest(
    () =>
      assemble(
        {
          size,
          shots: { clips },
          logos,
          musicPath: music,
          outputPath: path.join(folder, 'ours.mp4'),
        },
        tools,
      ),
    () => runTool('ffmpeg', tools.ffmpeg, ['-hide_banner', ...handWritten(folder, material)]),
  );
  print('assembly of 3 × 5 s at 720p with logo and music', ours, theirs, 1.15);
};

const benchAnimatic = async (folder: string, tools: MediaTools, { stills, music }: Material) => {
  const raw = path.join(folder, 'frames.yuv');
  await writeFile(raw, allFrames(stills));
  const reference = [
    ...['-hide_banner', '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', '1280x720', '-r', '30'],
    ...['-i', raw, '-i', music, '-map', '0:v', '-map', '1:a', ...encodeOptions],
    path.join(folder, 'from-raw.mp4'),
  ];
  const [ours, theirs] = await fastest(
    () =>
      assemble(
        {
          size,
          shots: { stills },
          musicPath: music,
          outputPath: path.join(folder, 'animatic.mp4'),
        },
        tools,
      ),
    () => runTool('ffmpeg', tools.ffmpeg, reference),
  );
  print('animatic of 15 s at 720p, stills to MP4', ours, theirs, 1.3);
  print('the same animatic against its running time', ours, 15, 1);
};

const benchCopy = async (folder: string, tools: MediaTools, { clips }: Material) => {
  const [ours, theirs] = await fastest(...copyJobs(folder, tools, clips, size));
  print('3 × 5 s joined without an encode, against ffmpeg -c copy', ours!, theirs!, 1.5);
};

const benchThread = async (folder: string, tools: MediaTools, { clips, logo }: Material) => {
  const place = { x: 1100, y: 40, width: 120, height: 120, fromFrame: 0, toFrame: 3 * shotFrames };
  const delay = await delayDuring(require.resolve('strapi-plugin-reference-assets/media-worker'), {
    ...{ size, clips, logos: [{ ...place, logo }], music: { mood: 'warm', seed: 'bench' }, folder },
    provenance: { digitalSourceType: 'composite', models: [], statement: '', title: '' },
    tools: { ffmpeg: tools.ffmpeg, ffprobe: tools.ffprobe },
  });
  print('event-loop delay while a master is made, p99', delay, 50, 1, 'ms');
};

const benchMemory = async (folder: string, tools: MediaTools, { stills, music }: Material) => {
  const large = { width: 1920, height: 1080 };
  const long = stills.map((still) => ({ ...still, frames: 600 }));
  const outputPath = path.join(folder, 'long.mp4');
  const memory = await memoryDuring(() =>
    assemble({ size: large, shots: { stills: long }, musicPath: music, outputPath }, tools),
  );
  print('memory over the start for 60 s at 1080p, ffmpeg included', memory, 600, 1, 'MB');
};

async function* allFrames(stills: MovingStill[]): AsyncGenerator<Uint8Array> {
  for (const still of stills) yield* cameraFrames(still, size);
}

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

const print = (name: string, value: number, reference: number, limit: number, unit = 's'): void => {
  const round = (number: number) => Math.round(number * 1000) / 1000;
  const line = {
    bench: 'pipeline',
    case: name,
    value: round(value),
    unit,
    reference: round(reference),
    ratio: round(value / reference),
    limit,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
