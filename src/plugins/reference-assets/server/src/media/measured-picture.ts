import sharp from 'sharp';
import type { AssetType } from '../../../shared/contracts/vocabulary';
import { cannyEdges } from './analysis/canny';
import { needsLook } from './analysis/decide-logo';
import { measurePicture, type Measurement } from './analysis/measure';
import { lumaOf, onGround, type Raster } from './analysis/raster';
import { typesNamedIn } from './analysis/type-words';
import { describeFromName, type Wording } from './analysis/words';
import { openPicture } from './decode';

/** Words that came with a picture. */
export interface PictureWords {
  fileName?: string;
  /** What a person wrote about it, if anything. */
  caption?: string | null;
}

/** Pixels without alpha, RGB, 8 bit, as encoders take them. */
interface RgbPixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Everything measured of a picture and put into words, with the pictures made of it. */
export interface MeasuredPicture
  extends Omit<Measurement, 'features'>, Omit<Wording, 'primaryObject'> {
  primaryObject: string | null;
  /** Canny edges, PNG, white on black; long side at most 1024 px. */
  edges: { png: Buffer; width: number; height: number };
  /** The picture on an opaque ground; long side at most 1024 px. */
  raster: RgbPixels;
}

const withoutAlpha = ({ data, width, height }: Raster): RgbPixels => {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from]!;
    rgb[to + 1] = data[from + 1]!;
    rgb[to + 2] = data[from + 2]!;
  }
  return { data: rgb, width, height };
};

const edgesOf = async (raster: Raster): Promise<MeasuredPicture['edges']> => {
  const { width, height } = raster;
  const edges = cannyEdges(lumaOf(raster), width, height);
  const png = await sharp(edges, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  return { png, width, height };
};

/**
 * Settles type and logo between pixels and words: what the name says outright counts more than a guess from pixels,
 * and an asset that is a logo is of the type logo.
 */
const settle = (
  { logo, assetType }: Pick<Measurement, 'logo' | 'assetType'>,
  words: string,
): Pick<Measurement, 'logo' | 'assetType'> => {
  const named = typesNamedIn(words);
  const isLogo = assetType.type === 'logo' || (logo.isLogo && named.size === 0);
  const type: AssetType = isLogo ? 'logo' : assetType.type;
  const word = named.get('logo');
  const vote = {
    source: 'words',
    vote: 'logo',
    score: 1,
    weight: 1,
    reason: `its name or description says "${word}"`,
  } as const;
  const evidence = word === undefined ? logo.evidence : [...logo.evidence, vote];
  return {
    logo: { ...logo, isLogo, needsLook: needsLook(evidence), evidence },
    assetType: { ...assetType, type },
  };
};

/**
 * Measures a picture and puts it into words: what the analysis of an asset stores.
 *
 * Throws: `MediaRefusal` with the true reason when the bytes are no picture we take.
 */
export const measuredPicture = async (
  bytes: Buffer,
  { fileName = '', caption }: PictureWords,
): Promise<MeasuredPicture> => {
  const words = [fileName.replace(/\.\w{2,5}$/, ''), caption].filter(Boolean).join(' ');
  const { features: _features, ...measured } = await measurePicture(bytes, { words });
  const settled = { ...measured, ...settle(measured, words) };
  const wording = describeFromName(fileName, settled);
  const shown = onGround((await openPicture(bytes)).raster);
  return {
    ...settled,
    ...wording,
    primaryObject: wording.primaryObject ?? null,
    edges: await edgesOf(shown),
    raster: withoutAlpha(shown),
  };
};
