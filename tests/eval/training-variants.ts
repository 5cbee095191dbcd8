import sharp, { type Sharp } from 'sharp';
import type { Raster } from '../../src/plugins/reference-assets/server/src/media/analysis/raster';
import { viewOf } from '../../src/plugins/reference-assets/server/src/media/analysis/features/view';

/** What a labelled picture is, as far as making variants of it goes. */
interface Labelled {
  isLogo: boolean;
  raster: Raster;
}

const open = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 4 } });

const rasterOf = async (picture: Sharp): Promise<Raster> => {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
};

const through = async (picture: Sharp): Promise<Raster> =>
  rasterOf(sharp(await picture.toBuffer()));

/** Changes every pixel; `change` gets the four channels and the place, 0–1, and returns the new channels. */
const repaint = (
  { data, width, height }: Raster,
  change: (pixel: number[], x: number, y: number) => number[],
): Raster => {
  const out = new Uint8Array(data.length);
  for (let y = 0, i = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, i += 4) {
      const pixel = change([...data.subarray(i, i + 4)], x / width, y / height);
      pixel.forEach((value, c) => {
        out[i + c] = Math.max(0, Math.min(255, Math.round(value)));
      });
    }
  }
  return { data: out, width, height };
};

/** Everything outside an ellipse made transparent: a plain border alone makes no logo. */
const ellipse = (raster: Raster): Raster =>
  repaint(raster, ([r, g, b, a], x, y) => {
    const reach = Math.hypot(x - 0.5, y - 0.5) / 0.46;
    return [r!, g!, b!, reach > 1 ? 0 : a!];
  });

/** A plain background made transparent, as a cut-out packshot. */
const cutOut = (raster: Raster): Raster | undefined => {
  const { border } = viewOf(raster);
  if (border.uniform < 0.8 || border.transparent > 0.2) return undefined;
  return repaint(raster, ([r, g, b, a]) => {
    const distance =
      Math.abs(r! - border.rgb[0]) + Math.abs(g! - border.rgb[1]) + Math.abs(b! - border.rgb[2]);
    return [r!, g!, b!, Math.min(a!, Math.max(0, (distance - 24) * 8))];
  });
};

/** Bands of light over what is no background, as on a metal emblem. */
const metal = (raster: Raster): Raster => {
  const { border } = viewOf(raster);
  return repaint(raster, ([r, g, b, a], x, y) => {
    const distance =
      Math.abs(r! - border.rgb[0]) + Math.abs(g! - border.rgb[1]) + Math.abs(b! - border.rgb[2]);
    if (distance < 40 && border.uniform > 0.7) return [r!, g!, b!, a!];
    const light = 70 * Math.sin(5 * y + 2 * x) - 10;
    return [r! + light, g! + light, b! + light, a!];
  });
};

/**
 * Variants of a picture that do not change what it is, so that a small labelled set teaches the kind rather than the
 * files: mirrored, re-encoded, small, dull, another hue; for transparent ones another ground; for logos also metal,
 * for others also cut-outs.
 */
export const trainingVariants = async ({ isLogo, raster }: Labelled): Promise<Raster[]> => {
  const transparent = raster.data.some((value, i) => i % 4 === 3 && value < 128);
  const jpeg = (quality: number, ground: string) =>
    open(raster).flatten({ background: ground }).jpeg({ quality });
  const variants = [
    await rasterOf(open(raster).flop()),
    await through(jpeg(60, '#ffffff')),
    await rasterOf(open(raster).resize(160, 160, { fit: 'inside', withoutEnlargement: true })),
    await rasterOf(open(raster).modulate({ brightness: 0.8, saturation: 0.7 })),
    await rasterOf(open(raster).modulate({ hue: 140 })),
  ];
  if (transparent) variants.push(await through(jpeg(85, '#1f4e79')));
  if (isLogo) variants.push(metal(raster));
  else {
    const cut = transparent ? undefined : cutOut(raster);
    variants.push(...(cut ? [cut] : transparent ? [] : [ellipse(raster)]));
  }
  return variants;
};
