import type { Picture } from '../canvas/picture';

const { sqrt } = Math;

/** A surface seen from straight above: its height in px, and its colour 0-255 once the light is known. */
export interface Surface {
  height: (x: number, y: number) => number;
  colour: (x: number, y: number, level: number) => [number, number, number];
}

/** Picture of a surface in slanting light from the top left. */
export const lightSurface = (size: number, { height, colour }: Surface): Picture => {
  const side = size + 1;
  const levels = new Float32Array(side * side);
  for (let y = 0, i = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1, i += 1) levels[i] = height(x, y);
  const pixels = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const i = y * side + x;
      const dx = levels[i + 1] - levels[i];
      const dy = levels[i + side] - levels[i];
      const light = (0.62 + 0.34 * (dx + dy) + 0.2) / sqrt(1 + 0.5 * (dx * dx + dy * dy));
      const [red, green, blue] = colour(x, y, levels[i]);
      const at = (y * size + x) * 4;
      pixels[at] = red * light;
      pixels[at + 1] = green * light;
      pixels[at + 2] = blue * light;
      pixels[at + 3] = 255;
    }
  }
  return { width: size, height: size, pixels: new Uint8Array(pixels.buffer) };
};
