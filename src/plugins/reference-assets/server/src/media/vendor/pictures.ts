import sharp from 'sharp';
import { openPicture, PIXEL_LIMIT } from '../decode';
import { MediaRefusal } from '../refusal';

/** Models look at no more than this. Units: px of the long side. */
const sentLongSide = 2048;

/**
 * Writes a copy of a picture that every vendor takes: JPEG, or PNG where it has transparency; bounded, upright, sRGB.
 *
 * Equal pictures give equal bytes, so that a request can be made again and compared. Returns the copy's path.
 * Throws: `MediaRefusal` for what cannot be decoded.
 */
export const sendablePicture = async ({
  source,
  target,
  maxPixels,
}: {
  source: string;
  target: string;
  maxPixels: number;
}): Promise<string> => {
  const { raster, hasAlphaChannel, format } = await openPicture(source, { longSide: sentLongSide });
  const { data, width, height } = raster;
  const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)));
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).resize(
    Math.max(1, Math.floor(width * scale)),
    Math.max(1, Math.floor(height * scale)),
    { fit: 'fill' },
  );
  const isClear = hasAlphaChannel || format === 'svg';
  const path = `${target}.${isClear ? 'png' : 'jpg'}`;
  await (isClear ? picture.png() : picture.flatten().jpeg({ quality: 92 })).toFile(path);
  return path;
};

/**
 * A vendor's still as PNG of exactly a frame: scaled to cover it, what is too much cut off evenly.
 *
 * Throws: `MediaRefusal` `damaged` for what is no readable picture.
 */
export const fitPicture = async (
  source: string,
  { width, height }: { width: number; height: number },
): Promise<Buffer> => {
  try {
    return await sharp(source, { failOn: 'truncated', limitInputPixels: PIXEL_LIMIT })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(width, height, { fit: 'cover', position: 'centre' })
      .toColourspace('srgb')
      .png()
      .toBuffer();
  } catch (cause) {
    throw new MediaRefusal('damaged', 'Expected a readable picture, but its data are damaged.', {
      cause,
    });
  }
};
