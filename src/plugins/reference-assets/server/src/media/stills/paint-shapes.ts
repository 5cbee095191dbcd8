import type { Plate } from './plate';
import type { Shape } from './shapes';
import { mix, ramp } from './tone';

const { ceil, floor, max, min } = Math;

/**
 * Lays shapes over a plate, each on the one before it, with their shadows.
 *
 * Shape: on a plate that is only a part of a picture, what is painted is added to its cover; `light` is how bright the
 * place itself is.
 */
export const paintShapes = (
  plate: Plate,
  shapes: readonly Shape[],
  light: (x: number, y: number) => number,
): void => {
  for (const shape of shapes) paintOne(plate, shape, light);
};

const paintOne = (
  { data, alpha, width, height }: Plate,
  { distance, shade, color, shadow, rows }: Shape,
  light: (x: number, y: number) => number,
): void => {
  for (let y = max(0, floor(rows.from)); y < min(height, ceil(rows.to)); y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const cover = min(1, max(0, 0.5 - distance(x, y)));
      const away = cover < 1 ? distance(x - shadow.x, y - shadow.y) : 0;
      const dark =
        cover < 1 ? shadow.strength * (1 - ramp(-shadow.softness, shadow.softness, away)) : 0;
      if (cover === 0 && dark < 0.002) continue;
      const paint = cover > 0 ? shade(x, y) * light(x, y) : 0;
      for (let c = 0; c < 3; c++) {
        const behind = data[i * 3 + c]! * (1 - dark);
        data[i * 3 + c] = mix(behind, min(255, color[c]! * paint), cover);
      }
      if (alpha) alpha[i] = 1 - (1 - alpha[i]!) * (1 - dark) * (1 - cover);
    }
  }
};
