import type { Random } from './seeded-random';
import type { Framing } from './framing';
import { createPlate, type Plate } from './plate';
import type { Scheme } from './scheme';
import type { Size } from './still-request';
import { mix, ramp, rgbOf } from './tone';

const { min, max, sqrt } = Math;

/** A pedestal under the product: an upright drum seen slightly from above, px. */
export interface Pedestal {
  x: number;
  y: number;
  radiusX: number;
  radiusY: number;
  drop: number;
}

/** A set to be painted. */
export interface DesignedSet {
  size: Size;
  scheme: Scheme;
  framing: Framing;
  /** Middle of the subject across the frame, 0–1. */
  centre: number;
  pedestal: Pedestal | null;
  random: Random;
  withoutFloor?: boolean;
}

/**
 * Paints a studio set in the brand's colours: a lit wall with one large disc, a floor, a pedestal where asked for.
 */
export const paintDesignedSet = (set: DesignedSet): Plate => {
  const plate = createPlate(set.size);
  const { width, height } = set.size;
  const wall = rgbOf(set.scheme.wall);
  const accent = rgbOf(set.scheme.accent);
  const floor = rgbOf(set.scheme.floor);
  const horizon = set.framing.view === 'top' ? height * 2 : set.framing.horizon * height;
  const disc = discOf(set, horizon);
  const edge = max(1, height * (set.framing.crops ? 0.02 : 0.0016));
  for (let y = 0, o = 0; y < height; y++) {
    const onFloor = set.withoutFloor
      ? 0
      : ramp(horizon - height * 0.004, horizon + height * 0.004, y);
    const down = min(1, max(0, (y - horizon) / max(1, height - horizon)));
    const wallLight = mix(1.05, 0.93, min(1, y / min(height, horizon)));
    for (let x = 0; x < width; x++, o += 3) {
      const inDisc =
        1 - ramp(-edge, edge, sqrt((x - disc.x) ** 2 + (y - disc.y) ** 2) - disc.radius);
      const slope = 1 + 0.06 * ((y - disc.y) / disc.radius);
      for (let c = 0; c < 3; c++) {
        const upright = mix(wall[c]! * wallLight, accent[c]! * slope, inDisc);
        plate.data[o + c] = mix(upright, floor[c]! * mix(0.9, 1.05, down), onFloor);
      }
    }
  }
  if (set.pedestal && !set.withoutFloor)
    paintPedestal(plate, set.pedestal, rgbOf(set.scheme.floor));
  return plate;
};

const discOf = ({ size, framing, centre, random }: DesignedSet, horizon: number) => {
  const short = min(size.width, size.height);
  const radius = short * (framing.view === 'top' ? 0.44 : 0.36 + 0.06 * random());
  const lift =
    framing.view === 'top' || framing.crops ? 0.5 * size.height : horizon - radius * 0.72;
  return { x: centre * size.width + (random() - 0.5) * short * 0.1, y: lift, radius };
};

const paintPedestal = (plate: Plate, pedestal: Pedestal, color: readonly number[]): void => {
  const { x: cx, y: cy, radiusX, radiusY, drop } = pedestal;
  const { width, height, data } = plate;
  const bottom = min(height, Math.ceil(cy + drop + radiusY + 2));
  for (let y = max(0, Math.floor(cy - radiusY - 2)); y < bottom; y++) {
    for (let x = max(0, Math.floor(cx - radiusX - 1)); x < min(width, cx + radiusX + 1); x++) {
      const across = (x + 0.5 - cx) / radiusX;
      if (Math.abs(across) >= 1) continue;
      const rim = radiusY * sqrt(1 - across * across);
      const side = min(1, max(0, y - (cy - rim) + 0.5), max(0, cy + drop + rim - y + 0.5));
      if (side <= 0) continue;
      const top = min(1, max(0, cy + rim - y + 0.5));
      // Lit from the upper left: the drum's side turns away from the light to the right.
      const shade = mix(0.8 - 0.2 * across - 0.12 * across * across, 1.06 - 0.04 * across, top);
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c++)
        data[o + c] = mix(data[o + c]!, min(255, color[c]! * shade), side);
    }
  }
};
