import { MediaRefusal } from '../refusal';

/** Picture formats that are taken in. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff' | 'svg';

const accepted = 'a JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG picture';

interface Signature {
  is: (bytes: Buffer) => boolean;
  name: string;
}

const ascii = (bytes: Buffer, start: number, end: number): string =>
  bytes.toString('latin1', start, end);

const begins = (...values: number[]) => {
  const head = Buffer.from(values);
  return (bytes: Buffer): boolean => bytes.subarray(0, head.length).equals(head);
};

/** Brands of an ISO media file: the major one and those it says it is compatible with. */
const brands = (bytes: Buffer): string[] => {
  if (ascii(bytes, 4, 8) !== 'ftyp') return [];
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const found: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) found.push(ascii(bytes, at, at + 4));
  return found;
};

const isAvif = (bytes: Buffer): boolean => brands(bytes).some((b) => b === 'avif' || b === 'avis');
const isHeic = (bytes: Buffer): boolean =>
  brands(bytes).some((b) => /^(hei|hev|mif1|msf1)/.test(b));

const formats: Array<Signature & { name: PictureFormat }> = [
  { name: 'jpeg', is: begins(0xff, 0xd8, 0xff) },
  { name: 'png', is: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { name: 'gif', is: (b) => /^GIF8[79]a/.test(ascii(b, 0, 6)) },
  { name: 'webp', is: (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 12) === 'WEBP' },
  { name: 'tiff', is: (b) => /^(II[*+]\0|MM\0[*+])/.test(ascii(b, 0, 4)) },
  { name: 'avif', is: isAvif },
];

/** Pictures we recognise but cannot read. */
const unsupported: Signature[] = [
  { name: 'a HEIC photo', is: isHeic },
  { name: 'a BMP picture', is: (b) => ascii(b, 0, 2) === 'BM' && b.readUInt32LE(6) === 0 },
  { name: 'an icon file (ICO)', is: begins(0, 0, 1, 0) },
  { name: 'a Photoshop document', is: (b) => ascii(b, 0, 4) === '8BPS' },
  { name: 'a JPEG XL picture', is: (b) => begins(0xff, 0x0a)(b) || ascii(b, 4, 8) === 'JXL ' },
  { name: 'a JPEG 2000 picture', is: (b) => ascii(b, 4, 8) === 'jP  ' },
  { name: 'a gzip-compressed file (perhaps SVGZ)', is: begins(0x1f, 0x8b) },
];

/** Other things people upload by mistake, named so that the refusal says what came. */
const others: Signature[] = [
  { name: 'a PDF document', is: (b) => ascii(b, 0, 5) === '%PDF-' },
  { name: 'a ZIP archive or office document', is: begins(0x50, 0x4b, 3, 4) },
  { name: 'a video or audio file', is: (b) => brands(b).length > 0 },
  { name: 'a video file', is: begins(0x1a, 0x45, 0xdf, 0xa3) },
  { name: 'a program', is: (b) => begins(0x7f, 0x45, 0x4c, 0x46)(b) || ascii(b, 0, 2) === 'MZ' },
];

/** Whether the bytes open like an SVG document: markup whose first element is `svg`. */
const looksLikeSvg = (bytes: Buffer): boolean => {
  // Nulls are dropped so that UTF-16 is recognised here and refused by name later.
  const head = ascii(bytes, 0, 65_536).replaceAll('\0', '');
  const markup = head.replace(/^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]+/, '');
  if (!markup.startsWith('<')) return false;
  if (/<!DOCTYPE\s+svg[\s>[]/i.test(markup)) return true;
  const withoutComments = markup.replace(/<!--[\s\S]*?-->/g, '');
  const firstElement = /<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)[\s/>]/i.exec(withoutComments);
  return firstElement?.[1]?.toLowerCase() === 'svg';
};

const isText = (bytes: Buffer): boolean => {
  const head = bytes.subarray(0, 4096);
  return !head.includes(0) && !head.toString('utf8').slice(0, -2).includes('\ufffd');
};

const describeOther = (bytes: Buffer): string => {
  const known = others.find(({ is }) => is(bytes));
  if (known) return known.name;
  if (!isText(bytes)) return 'data of an unknown kind';
  return ascii(bytes, 0, 512).trimStart().startsWith('<') ? 'a web page or XML' : 'plain text';
};

/**
 * Format of a picture by its content; names and extensions play no part.
 *
 * Throws: `MediaRefusal` `empty`, `unsupported` or `not-an-image`, saying what came instead.
 */
export const sniffFormat = (bytes: Buffer): PictureFormat => {
  if (bytes.length === 0) {
    throw new MediaRefusal('empty', `Expected ${accepted}, but the file is empty (0 bytes).`);
  }
  // Padded so that signatures may read past the end of a file of a few bytes.
  const head = bytes.length < 16 ? Buffer.concat([bytes, Buffer.alloc(16)]) : bytes;
  const format = formats.find(({ is }) => is(head));
  if (format) return format.name;
  if (looksLikeSvg(bytes)) return 'svg';
  const known = unsupported.find(({ is }) => is(head));
  if (known) throw new MediaRefusal('unsupported', `Expected ${accepted}, but got ${known.name}.`);
  throw new MediaRefusal(
    'not-an-image',
    `Expected ${accepted}, but the content is ${describeOther(bytes)}.`,
  );
};

/** Whether an ISO media file holds all of its top-level boxes. */
const holdsItsBoxes = (bytes: Buffer): boolean => {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    if (size < 8) return size === 0;
    at += size;
  }
  return at === bytes.length;
};

/** Whether a TIFF's directory, which writers put at either end, lies inside the file. */
const holdsItsDirectory = (bytes: Buffer): boolean => {
  if (bytes.length < 8) return false;
  const offset = bytes[0] === 0x49 ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4);
  return offset < bytes.length;
};

/**
 * Whether the file carries its format's end mark; asked only after decoding failed, to tell a cut-off file
 * from a damaged one.
 */
export const isComplete = (bytes: Buffer, format: PictureFormat): boolean => {
  const tail = bytes.subarray(-1024);
  if (format === 'jpeg') return tail.includes(Buffer.from([0xff, 0xd9]));
  if (format === 'png') return tail.includes('IEND');
  if (format === 'gif') return bytes.at(-1) === 0x3b;
  if (format === 'webp') return bytes.length >= 12 && bytes.length >= bytes.readUInt32LE(4) + 8;
  if (format === 'svg') return /<\/(?:[\w.-]+:)?svg\s*>|\/>\s*$/i.test(tail.toString('latin1'));
  return format === 'avif' ? holdsItsBoxes(bytes) : holdsItsDirectory(bytes);
};
