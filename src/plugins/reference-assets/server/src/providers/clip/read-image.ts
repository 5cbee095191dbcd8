import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { RgbRaster } from '../ports';
import { EncodingFault, rootMessage } from './protocol';

/** The model looks at 224 px; four times that keeps its own resampling exact and bounds the memory of a huge picture. */
const shortSidePx = 896;

/**
 * A picture as the model should see it: upright, sRGB, its transparent parts white as on a page.
 *
 * Throws: `EncodingFault` `bad-input` when the file or raster is no picture.
 */
export async function readImage(image: string | RgbRaster): Promise<RgbRaster> {
  return typeof image === 'string' ? readFromFile(image) : checked(image);
}

async function readFromFile(file: string): Promise<RgbRaster> {
  try {
    // From memory, so that an SVG cannot pull in its neighbours on disk.
    const { data, info } = await sharp(await readFile(file))
      .rotate()
      .resize({ width: shortSidePx, height: shortSidePx, fit: 'outside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (error) {
    const message = `The picture cannot be read: ${rootMessage(error)}`;
    throw new EncodingFault('bad-input', message, { cause: error });
  }
}

function checked(raster: RgbRaster): RgbRaster {
  const { data, width, height } = raster;
  const expected = width * height * 3;
  if (Number.isInteger(expected) && expected > 0 && data.length === expected) return raster;
  throw new EncodingFault(
    'bad-input',
    `Expected ${width} × ${height} × 3 bytes of RGB, got ${data.length}.`,
  );
}
