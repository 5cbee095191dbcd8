import sharp from 'sharp';

import type { AspectMismatch } from '../../../../shared/contracts/vocabulary';
import type { Raster } from '../analysis/raster';
import { coverPlate, type Plate } from './plate';
import type { Size } from './still-request';

/** Shapes closer than this are one shape: cutting them takes nothing that counts. */
const sameShape = 0.06;

/**
 * A photograph as a plate of the frame's shape: cut to cover it, whole between bars, or whole with its edges going on in
 * a blurred mirror image.
 *
 * Units: `blur` px.
 */
export const fittedPlate = async (
  photo: Raster,
  size: Size,
  { blur, mismatch }: { blur: number; mismatch: AspectMismatch },
): Promise<Plate> => {
  const apart = Math.abs(Math.log(photo.width / photo.height / (size.width / size.height)));
  if (mismatch === 'crop' || apart < sameShape) return coverPlate(photo, size, blur);
  const scale = Math.min(size.width / photo.width, size.height / photo.height);
  const inner = {
    width: Math.max(1, Math.round(photo.width * scale)),
    height: Math.max(1, Math.round(photo.height * scale)),
  };
  const whole = await flat(photo)
    .resize(inner.width, inner.height, { fit: 'fill', kernel: 'lanczos3' })
    .removeAlpha()
    .raw()
    .toBuffer();
  const ground = mismatch === 'fit' ? bars(size) : await goingOn(whole, inner, size);
  const pixels = sharp(ground, { raw: { ...size, channels: 3 } }).composite([
    {
      input: mismatch === 'fit' ? whole : await softSided(whole, inner, size),
      raw: { ...inner, channels: mismatch === 'fit' ? 3 : 4 },
      left: Math.round((size.width - inner.width) / 2),
      top: Math.round((size.height - inner.height) / 2),
    },
  ]);
  const laid = await pixels.removeAlpha().raw().toBuffer();
  const plate = sharp(laid, { raw: { ...size, channels: 3 } });
  const done = await (blur >= 0.5 && mismatch !== 'fit' ? plate.blur(blur) : plate)
    .raw()
    .toBuffer();
  return { ...size, data: Float32Array.from(done) };
};

const flat = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#808080' });

const bars = ({ width, height }: Size): Buffer => Buffer.alloc(width * height * 3, 16);

/** The photograph mirrored at its edges until the frame is full, blurred so that nothing is seen twice. */
const goingOn = (whole: Buffer, inner: Size, size: Size): Promise<Buffer> => {
  const across = Math.ceil((size.width - inner.width) / 2);
  const down = Math.ceil((size.height - inner.height) / 2);
  return sharp(whole, { raw: { ...inner, channels: 3 } })
    .extend({ left: across, right: across, top: down, bottom: down, extendWith: 'mirror' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) =>
      sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
        .extract({ left: 0, top: 0, ...size })
        .blur(Math.max(2, Math.min(size.width, size.height) * 0.05))
        .raw()
        .toBuffer(),
    );
};

/** The photograph with the sides that meet its mirror image fading out. */
const softSided = async (whole: Buffer, inner: Size, size: Size): Promise<Buffer> => {
  const fade = Math.max(2, Math.round(Math.min(size.width, size.height) * 0.06));
  const [sideways, upright] = [inner.width < size.width, inner.height < size.height];
  const soft = Buffer.alloc(inner.width * inner.height * 4);
  for (let y = 0, i = 0; y < inner.height; y++) {
    const vertical = upright ? Math.min(1, (Math.min(y, inner.height - 1 - y) + 0.5) / fade) : 1;
    for (let x = 0; x < inner.width; x++, i++) {
      const across = sideways ? Math.min(1, (Math.min(x, inner.width - 1 - x) + 0.5) / fade) : 1;
      whole.copy(soft, i * 4, i * 3, i * 3 + 3);
      soft[i * 4 + 3] = Math.round(255 * vertical * across);
    }
  }
  return soft;
};
