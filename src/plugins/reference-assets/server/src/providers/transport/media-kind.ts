import { open } from 'node:fs/promises';

/** What a file turned out to be. */
export interface MediaKind {
  kind: 'image' | 'video' | 'audio';
  mime: string;
  /** With the dot. */
  ext: string;
}

const text = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to);
const of = (kind: MediaKind['kind'], mime: string, ext: string): MediaKind => ({ kind, mime, ext });

/** ISO media files say by their brand what is in them. */
const isoKind = (head: Buffer): MediaKind | undefined => {
  if (text(head, 4, 8) !== 'ftyp') return undefined;
  const brand = text(head, 8, 12);
  if (/^avi[fs]/.test(brand)) return of('image', 'image/avif', '.avif');
  if (/^M4A/.test(brand)) return of('audio', 'audio/mp4', '.m4a');
  if (/^qt/.test(brand)) return of('video', 'video/quicktime', '.mov');
  return of('video', 'video/mp4', '.mp4');
};

const riffKind = (head: Buffer): MediaKind | undefined => {
  if (text(head, 0, 4) !== 'RIFF') return undefined;
  const form = text(head, 8, 12);
  if (form === 'WEBP') return of('image', 'image/webp', '.webp');
  return form === 'WAVE' ? of('audio', 'audio/wav', '.wav') : undefined;
};

const isMp3 = (head: Buffer): boolean =>
  text(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2);

/** What the first bytes of a file say it is; undefined for anything a model does not make. */
export const mediaKind = (head: Buffer): MediaKind | undefined => {
  const hex = head.toString('hex', 0, 8);
  if (hex.startsWith('89504e470d0a1a0a')) return of('image', 'image/png', '.png');
  if (hex.startsWith('ffd8ff')) return of('image', 'image/jpeg', '.jpg');
  if (/^GIF8[79]a/.test(text(head, 0, 6))) return of('image', 'image/gif', '.gif');
  if (hex.startsWith('1a45dfa3')) return of('video', 'video/webm', '.webm');
  if (text(head, 0, 4) === 'OggS') return of('audio', 'audio/ogg', '.ogg');
  if (text(head, 0, 4) === 'fLaC') return of('audio', 'audio/flac', '.flac');
  const boxed = isoKind(head) ?? riffKind(head);
  return boxed ?? (isMp3(head) ? of('audio', 'audio/mpeg', '.mp3') : undefined);
};

type Read = (at: number, length: number) => Promise<Buffer>;

/** Whether the boxes of an ISO media file end where the file ends. */
const boxesFit = async (read: Read, sizeBytes: number): Promise<boolean> => {
  let at = 0;
  while (at + 8 <= sizeBytes) {
    const box = await read(at, 16);
    let length = box.readUInt32BE(0);
    if (length === 0) return true;
    if (length === 1) length = Number(box.readBigUInt64BE(8));
    if (length < 8) return false;
    at += length;
  }
  return at === sizeBytes;
};

const endings: Record<string, (tail: Buffer) => boolean> = {
  '.png': (tail) => tail.includes('IEND'),
  '.jpg': (tail) => tail.includes(Buffer.from([0xff, 0xd9])),
  '.gif': (tail) => tail.at(-1) === 0x3b,
};

/** Whether a file goes on to its end, as far as its format lets one tell. */
export const isWhole = async (path: string, { ext }: MediaKind): Promise<boolean> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read: Read = async (at, length) => {
      const bytes = Buffer.alloc(length);
      await file.read(bytes, 0, length, at);
      return bytes;
    };
    if (['.mp4', '.mov', '.m4a', '.avif'].includes(ext)) return await boxesFit(read, size);
    if (['.wav', '.webp'].includes(ext)) {
      const said = (await read(0, 8)).readUInt32LE(4);
      // Written on the way, the length was not known yet.
      return said === 0 || said === 0xffffffff ? size > 44 : size >= said + 8;
    }
    const isEnd = endings[ext];
    return isEnd ? isEnd(await read(Math.max(0, size - 64), Math.min(64, size))) : size > 0;
  } finally {
    await file.close();
  }
};
