import sharp from 'sharp';

/** Unpremultiplied RGBA pixels, 8 bit. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Pixels of an SVG fragment drawn on a transparent ground; 1 user unit is `scale` px. */
export const rasterise = async (
  fragment: string,
  width: number,
  height: number,
  scale = 1,
): Promise<Picture> => {
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} ${height}">${fragment}</svg>`;
  const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  return { ...size, pixels };
};

export type Encoding = 'png' | 'jpeg' | 'webp';

/** The picture as a file's bytes; a JPEG loses its alpha. */
export const encode = async (picture: Picture, encoding: Encoding): Promise<Buffer> => {
  const { width, height } = picture;
  const image = sharp(picture.pixels, { raw: { width, height, channels: 4 } });
  if (encoding === 'jpeg') return image.removeAlpha().jpeg({ quality: 88 }).toBuffer();
  if (encoding === 'webp') return image.webp({ quality: 90, effort: 2 }).toBuffer();
  return image.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer();
};
