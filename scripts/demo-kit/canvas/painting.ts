import { createRandom, smoothstep, type Noise } from './noise';
import type { Picture } from './picture';

/** Red, green and blue, 0-1, in sRGB. */
export type Colour = [number, number, number];

/** An opaque picture in the making: interleaved RGB, 0-1, in sRGB. */
export interface Painting {
  width: number;
  height: number;
  rgb: Float32Array;
}

export const createPainting = (width: number, height: number): Painting => ({
  width,
  height,
  rgb: new Float32Array(width * height * 3),
});

/** A colour from its six hexadecimal digits, with or without `#`. */
export const hex = (code: string): Colour => {
  const value = parseInt(code.replace('#', ''), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
};

/** Lays a colour on one pixel; `share` 0 keeps what is there, 1 covers it. */
export const tint = ({ rgb }: Painting, pixel: number, colour: Colour, share: number) => {
  const at = pixel * 3;
  rgb[at] += (colour[0] - rgb[at]) * share;
  rgb[at + 1] += (colour[1] - rgb[at + 1]) * share;
  rgb[at + 2] += (colour[2] - rgb[at + 2]) * share;
};

/** Lays a colour, made brighter or darker by a factor, on one pixel. */
export const shade = (
  { rgb }: Painting,
  pixel: number,
  colour: Colour,
  factor: number,
  share: number,
) => {
  const at = pixel * 3;
  rgb[at] += (colour[0] * factor - rgb[at]) * share;
  rgb[at + 1] += (colour[1] * factor - rgb[at + 1]) * share;
  rgb[at + 2] += (colour[2] * factor - rgb[at + 2]) * share;
};

/** Adds light to one pixel the way two exposures add: it never goes past white. */
export const glow = ({ rgb }: Painting, pixel: number, colour: Colour, strength: number) => {
  const at = pixel * 3;
  rgb[at] += (1 - rgb[at]) * colour[0] * strength;
  rgb[at + 1] += (1 - rgb[at + 1]) * colour[1] * strength;
  rgb[at + 2] += (1 - rgb[at + 2]) * colour[2] * strength;
};

/** Evenly spaced table of a gradient's colours, for reading 1024 steps fast. */
export const ramp = (stops: [number, string][]) => {
  const colours = stops.map(([at, code]) => ({ at, colour: hex(code) }));
  const table = Array.from({ length: 1025 }, (_, step): Colour => {
    const position = step / 1024;
    const next = Math.max(
      1,
      colours.findIndex(({ at }) => at >= position),
    );
    const from = colours[next - 1];
    const to = colours[next];
    const share = smoothstep(from.at, to.at, position);
    return [0, 1, 2].map((i) => from.colour[i] + (to.colour[i] - from.colour[i]) * share) as Colour;
  });
  return (position: number) => table[Math.max(0, Math.min(1024, Math.round(position * 1024)))];
};

/** Lays a drawn picture over the painting; a texture of its own may make it brighter or darker. */
export const overlay = (painting: Painting, picture: Picture, texture?: Noise): void => {
  const { pixels, width } = picture;
  const { rgb } = painting;
  for (let i = 0; i * 4 < pixels.length; i += 1) {
    const alpha = pixels[i * 4 + 3];
    if (alpha === 0) continue;
    const share = alpha / 255;
    const factor = (texture ? 1 + texture(i % width, (i / width) | 0) : 1) / 255;
    const at = i * 3;
    rgb[at] += (pixels[i * 4] * factor - rgb[at]) * share;
    rgb[at + 1] += (pixels[i * 4 + 1] * factor - rgb[at + 1]) * share;
    rgb[at + 2] += (pixels[i * 4 + 2] * factor - rgb[at + 2]) * share;
  }
};

/** The finished picture: darker corners, a little film grain, 8 bit. */
export const develop = (painting: Painting, vignette = 0.25, grain = 0.02): Picture => {
  const { width, height, rgb } = painting;
  const random = createRandom(5);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, i = 0; y < height; y += 1) {
    const v = y / height - 0.5;
    for (let x = 0; x < width; x += 1, i += 1) {
      const u = x / width - 0.5;
      const light = 255 * (1 - vignette * 2 * (u * u + v * v));
      const speck = (random() - 0.5) * grain * 255;
      pixels[i * 4] = rgb[i * 3] * light + speck;
      pixels[i * 4 + 1] = rgb[i * 3 + 1] * light + speck;
      pixels[i * 4 + 2] = rgb[i * 3 + 2] * light + speck;
      pixels[i * 4 + 3] = 255;
    }
  }
  return { width, height, pixels: new Uint8Array(pixels.buffer) };
};
