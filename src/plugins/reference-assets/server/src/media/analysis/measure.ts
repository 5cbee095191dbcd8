import { createHash } from 'node:crypto';
import type { LogoEvidence } from '../../../../shared/contracts/assets';
import { openPicture } from '../decode';
import { assetTypeFrom, type AssetTypeGuess } from './asset-type';
import { colorNames, dominantColors, type DominantColor } from './colors';
import { describeLook } from './descriptor';
import { describeParts } from './look-views';
import { pixelFeatures, type PixelFeatures } from './features';
import { viewOf } from './features/view';
import { logoEvidence } from './logo-evidence';
import { hashesOf } from '../likeness/hashes';
import { printOf, type Print } from '../likeness/print';
import { perceptualHash } from './perceptual-hash';
import type { Raster } from './raster';
import type { PictureFormat } from './sniff';
import { THUMBNAIL_SIDE, thumbnailOf } from './thumbnail';

/** Everything that is measured of an uploaded picture. */
export interface Measurement {
  format: PictureFormat;
  /** px, upright. */
  width: number;
  height: number;
  sizeBytes: number;
  /** Frames of an animation, 1 for a still. */
  frames: number;
  /** Whether pixels really let the background through, not just whether the file could. */
  hasTransparency: boolean;
  dominantColors: DominantColor[];
  /** Distinct colour names, the most prominent first. */
  colors: string[];
  /** SHA-256 of the file, hex. */
  contentHash: string;
  /** 64-bit pHash, 16 hex digits. */
  perceptualHash: string;
  /** What pictures are compared by, pixel by pixel, and the hashes under which it is found. */
  print: Print;
  printHashes: string[];
  /** `DESCRIPTOR_DIMENSIONS` numbers of length 1. */
  descriptor: number[];
  /** The same of its middle and corners, so that a crop finds it; `[]` of a tiny picture. */
  descriptorParts: number[][];
  features: PixelFeatures;
  logo: LogoEvidence;
  assetType: AssetTypeGuess;
  /** 400 × 400 px WebP that keeps transparency. */
  thumbnail: Buffer;
}

/** Long side of the raster that is measured, px; that of a thumbnail, so that one decode serves both. */
export const MEASURING_LONG_SIDE = THUMBNAIL_SIDE;

const SEE_THROUGH = 245;
const LEAST_SEE_THROUGH = 0.001;

const usesTransparency = ({ data, width, height }: Raster): boolean => {
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! < SEE_THROUGH) count += 1;
  return count >= Math.max(1, LEAST_SEE_THROUGH * width * height);
};

/**
 * Measures a picture: one decode to a small raster, and everything else from that.
 *
 * Edges are not made here but when first asked for (`controlPicture`). `words` are those of name and description; they
 * shift the asset type alone.
 * Throws: `MediaRefusal` with the true reason.
 */
export const measurePicture = async (
  input: Buffer | string,
  { words = '' }: { words?: string } = {},
): Promise<Measurement> => {
  const picture = await openPicture(input, { longSide: MEASURING_LONG_SIDE });
  const { raster, bytes, format, width, height, sizeBytes, frames } = picture;
  // The encoder runs on its own thread while this one measures.
  const thumbnail = thumbnailOf(raster);
  const measured = measureRaster(raster, picture, words);
  return {
    ...{ format, width, height, sizeBytes, frames },
    ...measured,
    contentHash: createHash('sha256').update(bytes).digest('hex'),
    thumbnail: await thumbnail,
  };
};

/** The part of a measurement that comes from pixels alone. */
const measureRaster = (
  raster: Raster,
  file: { sizeBytes: number; width: number; height: number; hasAlphaChannel: boolean },
  words: string,
) => {
  const view = viewOf(raster);
  const features = pixelFeatures(view);
  const colors = dominantColors(raster);
  const print = printOf(raster, file);
  const logo = logoEvidence(features, colors, raster, file);
  return {
    print,
    printHashes: hashesOf(print),
    hasTransparency: usesTransparency(raster),
    dominantColors: colors,
    colors: colorNames(colors),
    perceptualHash: perceptualHash(raster),
    descriptor: describeLook(view),
    descriptorParts: describeParts(raster),
    features,
    logo,
    assetType: assetTypeFrom(features, logo.score, words),
  };
};
