import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import type { Raster } from './analysis/raster';
import { isComplete, sniffFormat, type PictureFormat } from './analysis/sniff';
import { safeSvg } from './analysis/svg-safety';
import { MediaRefusal } from './refusal';

/** Most pixels a picture may have; beyond it a small file can fill the memory. */
export const PIXEL_LIMIT = 100_000_000;
/** Largest file that is read, in bytes. */
export const FILE_LIMIT_BYTES = 256 * 1024 * 1024;
/** Longest side of a working raster, px. */
export const WORKING_LONG_SIDE = 1024;

// What librsvg calls 72 dpi draws one px for each unit of the document.
const svgDensity = 72;

/** A picture decoded once: what its file says and a raster to work on. */
export interface Picture {
  bytes: Buffer;
  format: PictureFormat;
  /** px as seen, after EXIF orientation. */
  width: number;
  height: number;
  sizeBytes: number;
  /** Frames of an animation, 1 for a still. */
  frames: number;
  /** An alpha channel of its own, used or not; a palette with transparent entries has none. */
  hasAlphaChannel: boolean;
  raster: Raster;
}

const tooLarge = (what: string): MediaRefusal =>
  new MediaRefusal(
    'too-large',
    `Expected at most ${PIXEL_LIMIT / 1e6} megapixels and ${FILE_LIMIT_BYTES / 1024 / 1024} MB, but got ${what}.`,
  );

const megabytes = (sizeBytes: number): string => `${Math.ceil(sizeBytes / 1024 / 1024)} MB`;

const readBytes = async (input: Buffer | string): Promise<Buffer> => {
  const { size } = typeof input === 'string' ? await stat(input) : { size: input.length };
  if (size > FILE_LIMIT_BYTES) throw tooLarge(megabytes(size));
  return typeof input === 'string' ? readFile(input) : input;
};

const undecodable = (bytes: Buffer, format: PictureFormat, cause: unknown): MediaRefusal => {
  const name = format.toUpperCase();
  return isComplete(bytes, format)
    ? new MediaRefusal('damaged', `Expected a readable ${name}, but its data are damaged.`, {
        cause,
      })
    : new MediaRefusal('truncated', `Expected a whole ${name}, but the file breaks off early.`, {
        cause,
      });
};

type Header = Pick<Picture, 'width' | 'height' | 'frames' | 'hasAlphaChannel'>;

/** Reads the header alone, so that a bomb is refused before a pixel of it is unpacked. */
const readHeader = async (source: Buffer): Promise<Header> => {
  const found = await sharp(source, { limitInputPixels: false }).metadata();
  return {
    width: found.autoOrient.width,
    height: found.autoOrient.height,
    frames: found.pages ?? 1,
    hasAlphaChannel: (found.hasAlpha ?? false) && !(found.isPalette ?? false),
  };
};

const decode = async (source: Buffer, longSide: number, density: number): Promise<Raster> => {
  const { data, info } = await sharp(source, {
    failOn: 'truncated',
    limitInputPixels: PIXEL_LIMIT,
    density,
    sequentialRead: true,
  })
    .autoOrient()
    .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
    width: info.width,
    height: info.height,
  };
};

/** Density at which an SVG is drawn with its long side `longSide` px, whatever size it declares. */
const densityFor = (format: PictureFormat, { width, height }: Header, longSide: number): number =>
  format === 'svg'
    ? Math.min(100_000, Math.max(1, (svgDensity * longSide) / Math.max(width, height)))
    : svgDensity;

/**
 * Opens a picture safely: recognised by its content, checked by its header, decoded once, upright, sRGB, 8 bit.
 *
 * Units:  `longSide` px of the raster, at most (SVG: drawn at exactly that size); pictures are never enlarged.
 *         Of an animation the first frame.
 * Throws: `MediaRefusal` with the true reason; file-system errors when a path cannot be read.
 */
export const openPicture = async (
  input: Buffer | string,
  { longSide = WORKING_LONG_SIDE }: { longSide?: number } = {},
): Promise<Picture> => {
  const bytes = await readBytes(input);
  const format = sniffFormat(bytes);
  const source = format === 'svg' ? safeSvg(bytes) : bytes;
  const fail = (cause: unknown): never => {
    throw undecodable(bytes, format, cause);
  };
  const header = await readHeader(source).catch(fail);
  // An SVG has no pixels of its own: it is drawn at the size we choose.
  if (format !== 'svg' && header.width * header.height > PIXEL_LIMIT) {
    throw tooLarge(`${header.width} × ${header.height} px`);
  }
  const raster = await decode(source, longSide, densityFor(format, header, longSide)).catch(fail);
  return { bytes, format, ...header, sizeBytes: bytes.length, raster };
};
