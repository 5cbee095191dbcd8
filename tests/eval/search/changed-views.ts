import sharp, { type Sharp } from 'sharp';

/** Ways in which a picture comes back changed. Shape: null where the change does not apply to it. */
export const changes: Record<string, (picture: Picture) => Promise<Buffer | null>> = {
  'crop of 70 %, middle': (picture) => cropped(picture, 0.15, 0.15),
  'crop of 70 %, corner': (picture) => cropped(picture, 0.28, 0.05),
  mirrored: ({ open }) => open().flop().png().toBuffer(),
  'darker, less light': ({ open }) => dimmed(open()),
  'darker, deeper colours': ({ open }) => open().modulate({ brightness: 0.6 }).png().toBuffer(),
  'other background': ({ open, hasTransparency }) =>
    hasTransparency
      ? open().flatten({ background: '#7a9ab8' }).png().toBuffer()
      : Promise.resolve(null),
  'other format': ({ open }) =>
    open().flatten({ background: '#ffffff' }).jpeg({ quality: 60 }).toBuffer(),
  'smaller WebP': ({ open }) => open().resize({ width: 240 }).webp({ quality: 70 }).toBuffer(),
};

/** A picture to be changed. */
export interface Picture {
  open(): Sharp;
  width: number;
  height: number;
  hasTransparency: boolean;
}

const side = 0.7;

/** Less light on everything: every channel but alpha times 0.6. */
const dimmed = (picture: Sharp): Promise<Buffer> =>
  picture.linear([0.6, 0.6, 0.6, 1], [0, 0, 0, 0]).png().toBuffer();

const cropped = async (
  { open, width, height }: Picture,
  fromLeft: number,
  fromTop: number,
): Promise<Buffer | null> => {
  // Of a 16-pixel icon a crop leaves nothing to recognise.
  if (Math.min(width, height) < 64) return null;
  return open()
    .extract({
      left: Math.floor(width * fromLeft),
      top: Math.floor(height * fromTop),
      width: Math.floor(width * side),
      height: Math.floor(height * side),
    })
    .png()
    .toBuffer();
};

/** Opens a picture for changing, upright and at a bounded size, so that every change starts from the same pixels. */
export const openForChange = async (file: string, hasTransparency: boolean): Promise<Picture> => {
  const { data, info } = await sharp(file, { density: 144 })
    .rotate()
    .resize({ width: 1200, height: 1200, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return {
    open: () => sharp(data, { raw: { width, height, channels } }),
    width,
    height,
    hasTransparency,
  };
};
