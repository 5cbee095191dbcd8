import type { AssetType } from '../../../shared/contracts/vocabulary';
import { needsLook } from './analysis/decide-logo';
import { measurePicture, type Measurement } from './analysis/measure';
import { onGround, type Raster } from './analysis/raster';
import { typesNamedIn } from './analysis/type-words';
import { describeFromName, type Wording } from './analysis/words';
import { openPicture } from './decode';

/** Words that came with a picture. */
export interface PictureWords {
  fileName?: string;
  /** What a person wrote about it, if anything. */
  caption?: string | null;
}

/** What is wanted of a picture beside its measurement. */
export interface Wanted {
  /** Pixels for an encoder, which cost a second, larger decode. */
  raster?: boolean;
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
  /** The picture on an opaque ground; long side at most 1024 px. Null unless it was asked for. */
  raster: RgbPixels | null;
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
  wanted: Wanted = {},
): Promise<MeasuredPicture> => {
  const words = [fileName.replace(/\.\w{2,5}$/, ''), caption].filter(Boolean).join(' ');
  const { features: _features, ...measured } = await measurePicture(bytes, { words });
  const settled = { ...measured, ...settle(measured, words) };
  const wording = describeFromName(fileName, settled);
  return {
    ...settled,
    ...wording,
    primaryObject: wording.primaryObject ?? null,
    raster: wanted.raster ? withoutAlpha(onGround((await openPicture(bytes)).raster)) : null,
  };
};
