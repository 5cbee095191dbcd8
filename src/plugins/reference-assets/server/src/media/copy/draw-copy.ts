import sharp, { type OverlayOptions } from 'sharp';

import { blurPlane } from '../stills/plate';
import type { Rgb, Size } from '../stills/still-request';
import { buttonShape, type CopyLayout, type SetLine } from './copy-layout';
import { setWords, type Cut } from './typeface';

interface Layer {
  coverage: Uint8Array;
  size: Size;
  ink: Rgb;
  left: number;
  top: number;
}

/**
 * Draws a beat's words as they stand on the frame; the same layout gives the same bytes.
 *
 * Shape: PNG with alpha, exactly the layout's width × height; what is laid over the frame at its x and y.
 */
export const drawCopy = async (layout: CopyLayout): Promise<Buffer> => {
  const { width, height } = layout;
  const layers = [...(await headlineLayers(layout)), ...(await buttonLayers(layout))];
  const overlays: OverlayOptions[] = layers.map(({ coverage, size, ink, left, top }) => ({
    input: inked(coverage, ink),
    raw: { ...size, channels: 4 },
    left,
    top,
  }));
  return sharp({
    create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .composite(overlays)
    .png({ compressionLevel: 9 })
    .toBuffer();
};

/** Coverage as RGBA of one colour. */
const inked = (coverage: Uint8Array, ink: Rgb): Buffer => {
  const pixels = Buffer.alloc(coverage.length * 4);
  for (let i = 0; i < coverage.length; i++) {
    pixels[i * 4] = ink[0];
    pixels[i * 4 + 1] = ink[1];
    pixels[i * 4 + 2] = ink[2];
    pixels[i * 4 + 3] = coverage[i]!;
  }
  return pixels;
};

/** Where something of a width begins: at the inset, or in the middle. */
const acrossOf = ({ align, width, inset }: CopyLayout, inner: number): number =>
  align === 'centre' ? Math.max(0, Math.floor((width - inner) / 2)) : inset;

const set = async (layout: CopyLayout, line: SetLine, usual: Cut) => {
  const { words, sizePx, widthPx, typeface, cut = usual } = line;
  const room = { width: layout.width - 2 * layout.inset, height: layout.height - 2 * layout.inset };
  const { align } = layout;
  const done = await setWords({ words, cut, typeface, sizePx, widthPx, align });
  return cropped(done.coverage, done, room);
};

/** Never larger than the layout, whatever the fonts of this machine do with words that Inter lacks. */
const cropped = (coverage: Uint8Array, size: Size, most: Size) => {
  const [width, height] = [Math.min(size.width, most.width), Math.min(size.height, most.height)];
  if (width === size.width && height === size.height) return { coverage, size: { width, height } };
  const kept = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    kept.set(coverage.subarray(y * size.width, y * size.width + width), y * width);
  return { coverage: kept, size: { width, height } };
};

const headlineLayers = async (layout: CopyLayout): Promise<Layer[]> => {
  if (!layout.headline) return [];
  const { coverage, size } = await set(layout, layout.headline, 'bold');
  const left = acrossOf(layout, size.width);
  const text = { coverage, size, ink: layout.ink, left, top: layout.inset };
  return layout.veil > 0 ? [await veilBehind(layout), text] : [text];
};

/** A soft patch in the other tone, fading out towards the layout's edges. */
const veilBehind = async (layout: CopyLayout): Promise<Layer> => {
  const size = { width: layout.width, height: layout.height };
  const fade = Math.max(2, Math.round(layout.inset * 0.75));
  const plane = new Uint8Array(size.width * size.height);
  for (let y = fade; y < size.height - fade; y++)
    plane.fill(Math.round(255 * layout.veil), y * size.width + fade, (y + 1) * size.width - fade);
  const coverage = await blurPlane(plane, size, layout.inset * 0.42);
  return {
    coverage,
    size,
    ink: layout.ink[0] > 128 ? [18, 20, 24] : [255, 255, 255],
    left: 0,
    top: 0,
  };
};

const buttonLayers = async (layout: CopyLayout): Promise<Layer[]> => {
  if (!layout.button) return [];
  const { sizePx, fill, ink } = layout.button;
  const text = await set(layout, layout.button, 'semibold');
  const { height, padding } = buttonShape(sizePx);
  const size = {
    width: Math.min(layout.width - 2 * layout.inset, text.size.width + 2 * padding),
    height,
  };
  const left = acrossOf(layout, size.width);
  const top = Math.max(0, layout.height - layout.inset - height);
  const pill = { coverage: pillOf(size), size, ink: fill, left, top };
  const inside = {
    left: left + Math.floor((size.width - text.size.width) / 2),
    top: top + Math.floor((height - text.size.height) / 2),
  };
  return [pill, { ...text, ink, ...inside }];
};

/** A bar with round ends, its edge smooth over a pixel. */
const pillOf = ({ width, height }: Size): Uint8Array => {
  const coverage = new Uint8Array(width * height);
  const radius = height / 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = Math.max(0, radius - (x + 0.5), x + 0.5 - (width - radius));
      const away = radius - Math.sqrt(dx * dx + (y + 0.5 - radius) ** 2);
      coverage[y * width + x] = Math.round(255 * Math.min(1, Math.max(0, away + 0.5)));
    }
  }
  return coverage;
};
