import sharp from 'sharp';
import type { Raster } from '../../../../src/plugins/reference-assets/server/src/media/analysis/raster';

/** An SVG drawing of the given size as bytes of a file. */
export const svg = (width: number, height: number, body: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`,
  );

/** A raster painted pixel by pixel. */
export const painted = (
  width: number,
  height: number,
  color: (x: number, y: number) => [number, number, number, number?],
): Raster => {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [r, g, b, a = 255] = color(x, y);
      data.set([r, g, b, a], (y * width + x) * 4);
    }
  }
  return { data, width, height };
};

/** A photograph-like picture: soft light, grain and a lit ball, the same on every run. */
export const photograph = (width: number, height: number, hue = 0): Raster => {
  let seed = 7;
  const grain = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed / 2147483648 - 0.5) * 24;
  };
  return painted(width, height, (x, y) => {
    const u = x / width;
    const v = y / height;
    const ball = Math.max(0, 1 - Math.hypot(u - 0.55, v - 0.5) / 0.3);
    const light = 60 + 90 * v + 40 * Math.sin(3 * u + hue) + 110 * Math.sqrt(ball);
    const value = (scale: number): number =>
      Math.max(0, Math.min(255, Math.round(light * scale + grain())));
    return hue > 0 ? [value(0.6), value(0.8), value(1)] : [value(1), value(0.8), value(0.55)];
  });
};

/** A raster as a sharp pipeline. */
export const pipeline = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 4 } });
