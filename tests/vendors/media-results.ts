import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

/** A result a vendor keeps for an hour. */
export interface MediaResult {
  bytes: Buffer;
  mime: string;
  ext: string;
}

const sizes: Record<string, [number, number]> = {
  '16:9': [1280, 720],
  '9:16': [720, 1280],
  '1:1': [1024, 1024],
};

const hue = (text: string): { r: number; g: number; b: number } => {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return { r: 60 + (sum % 150), g: 60 + ((sum >> 8) % 150), b: 60 + ((sum >> 16) % 150) };
};

/** A picture for a prompt: the reference in the middle, where there is one, on a ground of its own colour. */
export const drawStill = async (
  prompt: string,
  aspectRatio: string,
  reference?: Buffer,
): Promise<MediaResult> => {
  const [width, height] = sizes[aspectRatio] ?? [1280, 720];
  const ground = sharp({ create: { width, height, channels: 3, background: hue(prompt) } });
  const product =
    reference &&
    (await sharp(reference)
      .resize(Math.round(width * 0.6), Math.round(height * 0.6), { fit: 'inside' })
      .png()
      .toBuffer());
  const bytes = await (product ? ground.composite([{ input: product }]) : ground).png().toBuffer();
  return { bytes, mime: 'image/png', ext: '.png' };
};

const run = (command: string, args: string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    );
  });

/** A clip that shows a picture for so many seconds in a light that comes and goes, quickly made. Needs ffmpeg. */
export const filmStill = async (
  still: Buffer,
  seconds: number,
  ffmpeg: string,
): Promise<MediaResult> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vendor-'));
  try {
    await writeFile(`${folder}/in.png`, still);
    // prettier-ignore
    await run(ffmpeg, [
      '-loglevel', 'error', '-loop', '1', '-framerate', '24', '-t', String(seconds), '-i', `${folder}/in.png`,
      '-vf', "scale='min(iw,640)':-2,hue=b='1+sin(6*t)',format=yuv420p", '-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1',
      '-movflags', '+faststart', `${folder}/out.mp4`,
    ]);
    return { bytes: await readFile(`${folder}/out.mp4`), mime: 'video/mp4', ext: '.mp4' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The shell of an MP4: boxes in order, nothing to be seen; for tests that only look at the wire. */
export const emptyFilm = (): MediaResult => {
  const box = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + content.byteLength, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  const brand = Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1');
  const bytes = Buffer.concat([
    box('ftyp', brand),
    box('moov', Buffer.alloc(64)),
    box('mdat', Buffer.alloc(50_000, 7)),
  ]);
  return { bytes, mime: 'video/mp4', ext: '.mp4' };
};

/** A tone of so many seconds: WAV, mono, 16 bit, 32 kHz. */
export const playTone = (seconds: number): MediaResult => {
  const rate = 32_000;
  const samples = Math.round(seconds * rate);
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples; n += 1)
    bytes.writeInt16LE(Math.round(6000 * Math.sin((n * 2 * Math.PI * 220) / rate)), 44 + n * 2);
  return { bytes, mime: 'audio/wav', ext: '.wav' };
};
