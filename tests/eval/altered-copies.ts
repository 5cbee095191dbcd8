import sharp, { type Sharp } from 'sharp';

/** What was done to a copy, as the figures name it. */
export type AlterationKind =
  're-encode' | 'resize' | 'crop' | 'rotation' | 'watermark' | 'recoloured';

interface Picture {
  /** A fresh pipeline on the picture at its own size. */
  open(): Sharp;
  width: number;
  height: number;
}

/** One way to make a copy of a picture that is not the same file. */
export interface Alteration {
  kind: AlterationKind;
  name: string;
  make(picture: Picture): Promise<Buffer>;
}

const white = { background: '#ffffff' };
const atLeastOne = (length: number): number => Math.max(1, Math.round(length));

const jpeg = (quality: number): Alteration => ({
  kind: 're-encode',
  name: `JPEG q${quality}`,
  make: ({ open }) => open().flatten(white).jpeg({ quality }).toBuffer(),
});

const resized = (percent: number, finish: (pipeline: Sharp) => Sharp): Alteration => ({
  kind: 'resize',
  name: `${percent} %`,
  make: ({ open, width }) =>
    finish(open().resize({ width: atLeastOne((width * percent) / 100) })).toBuffer(),
});

const cropped = (
  name: string,
  frame: (
    width: number,
    height: number,
  ) => [left: number, top: number, width: number, height: number],
): Alteration => ({
  kind: 'crop',
  name,
  make({ open, width, height }) {
    const [left, top, w, h] = frame(width, height);
    return open()
      .extract({
        left: Math.floor(left),
        top: Math.floor(top),
        width: atLeastOne(w),
        height: atLeastOne(h),
      })
      .png()
      .toBuffer();
  },
});

const rotated = (degrees: number): Alteration => ({
  kind: 'rotation',
  name: `${degrees}°`,
  make: ({ open }) => open().rotate(degrees, white).png().toBuffer(),
});

const stamp = (width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
       <text x="50%" y="55%" text-anchor="middle" font-family="sans-serif" font-size="${Math.max(3, height / 8)}"
         fill="#fff" fill-opacity="0.5" stroke="#000" stroke-opacity="0.3">SAMPLE</text></svg>`,
  );

const recoloured = (name: string, colour: (pipeline: Sharp) => Sharp): Alteration => ({
  kind: 'recoloured',
  name,
  make: ({ open }) => colour(open()).png().toBuffer(),
});

/** Every alteration that is tried on every picture. */
export const alterations: readonly Alteration[] = [
  ...[30, 50, 75, 95].map(jpeg),
  { kind: 're-encode', name: 'JPEG on black', make: ({ open }) => open().jpeg().toBuffer() },
  { kind: 're-encode', name: 'WebP', make: ({ open }) => open().webp({ quality: 70 }).toBuffer() },
  { kind: 're-encode', name: 'PNG', make: ({ open }) => open().png().toBuffer() },
  resized(25, (pipeline) => pipeline.png()),
  resized(50, (pipeline) => pipeline.flatten(white).jpeg({ quality: 60 })),
  resized(75, (pipeline) => pipeline.webp()),
  resized(150, (pipeline) => pipeline.png()),
  resized(200, (pipeline) => pipeline.flatten(white).jpeg()),
  cropped('5 % of each side', (w, h) => [w * 0.05, h * 0.05, w * 0.9, h * 0.9]),
  cropped('10 % of one side', (w, h) => [0, 0, w * 0.9, h]),
  cropped('10 % of each side', (w, h) => [w * 0.1, h * 0.1, w * 0.8, h * 0.8]),
  rotated(2),
  rotated(-3),
  {
    kind: 'watermark',
    name: 'a word across',
    make: ({ open, width, height }) =>
      open()
        .composite([{ input: stamp(width, height) }])
        .png()
        .toBuffer(),
  },
  recoloured('hue 40°', (pipeline) => pipeline.modulate({ hue: 40 })),
  recoloured('hue 90°', (pipeline) => pipeline.modulate({ hue: 90 })),
  recoloured('hue 180°', (pipeline) => pipeline.modulate({ hue: 180 })),
  recoloured('channels turned', (pipeline) =>
    pipeline.recomb([
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ]),
  ),
  recoloured('toned red', (pipeline) => pipeline.tint('#d03030')),
  recoloured('toned blue', (pipeline) => pipeline.tint('#2060d0')),
  recoloured('negative', (pipeline) => pipeline.negate({ alpha: false })),
];

/** Opens a picture for {@link alterations}; a drawing is made a picture of at least 256 px first. */
export const openForAltering = async (file: string): Promise<Picture> => {
  const isDrawing = file.endsWith('.svg');
  const drawn = isDrawing
    ? await sharp(file, { density: 288 })
        .resize(256, 256, { fit: 'outside', withoutReduction: true })
        .png()
        .toBuffer()
    : await sharp(file).autoOrient().png({ compressionLevel: 1 }).toBuffer();
  const { width, height } = await sharp(drawn).metadata();
  return { open: () => sharp(drawn), width, height };
};
