import type { Raster } from '../analysis/raster';
import { shrinkTo } from '../analysis/raster';
import type { Plate } from './plate';
import { mix, ramp } from './tone';

/** A material seen from any distance: the picture and its smaller versions. */
export interface Material {
  levels: Raster[];
}

/** Prepares a texture for being looked at in perspective without flicker. */
export const materialOf = (texture: Raster): Material => {
  const levels = [shrinkTo(texture, 1024)];
  for (let side = 512; side >= 16; side >>= 1) {
    const last = levels[levels.length - 1]!;
    if (Math.max(last.width, last.height) > side) levels.push(shrinkTo(last, side));
  }
  return { levels };
};

/** Where a material is seen: the plane of a floor, or flat from above. */
export interface Ground {
  /** Where the floor ends at the back, px from the top; 0 and `view: 'top'` for a surface seen from above. */
  horizon: number;
  view: 'eye' | 'top';
  /** Height of the picture in the frame when flat, as a share of the frame's shorter side. */
  tile: number;
  /** How far the back edge is out of focus, px. */
  softness: number;
}

/** Covers the floor part of a plate, or all of it, with a material. */
export const layGround = (plate: Plate, material: Material, ground: Ground): void => {
  const { width, height } = plate;
  const tilePx = ground.tile * Math.min(width, height);
  const flat = ground.view === 'top';
  // The floor's vanishing line lies above its visible back edge, as for a table in front of a wall.
  const vanishing = ground.horizon - 0.22 * height;
  const nearest = height - vanishing;
  for (
    let y = flat ? 0 : Math.max(0, Math.floor(ground.horizon - ground.softness));
    y < height;
    y++
  ) {
    const far = flat ? 1 : nearest / (y - vanishing);
    const cover = flat ? 1 : ramp(-ground.softness, ground.softness + 0.5, y - ground.horizon);
    const v = flat ? y / tilePx : (far * nearest * 1.1) / tilePx;
    const level = levelFor(material, far, tilePx);
    for (let x = 0; x < width; x++) {
      const u = ((x - width / 2) * far) / tilePx + 0.5;
      blend(plate, (y * width + x) * 3, level, u, v, cover);
    }
  }
};

const levelFor = ({ levels }: Material, far: number, tilePx: number): Raster => {
  const wanted = tilePx / far;
  return levels.find((level) => level.height <= wanted * 1.5) ?? levels[levels.length - 1]!;
};

/** Tiles are mirrored at their borders, so that no texture shows a seam. */
const mirrored = (position: number): number => {
  const cycle = ((position % 2) + 2) % 2;
  return cycle > 1 ? 2 - cycle : cycle;
};

const blend = (
  plate: Plate,
  o: number,
  tile: Raster,
  u: number,
  v: number,
  cover: number,
): void => {
  const { data, width, height } = tile;
  const x = mirrored(u * (height / width)) * (width - 1);
  const y = mirrored(v) * (height - 1);
  const left = Math.min(width - 1, Math.floor(x));
  const top = Math.min(height - 1, Math.floor(y));
  const right = Math.min(width - 1, left + 1);
  const below = Math.min(height - 1, top + 1);
  const [tx, ty] = [x - left, y - top];
  for (let c = 0; c < 3; c++) {
    const upper = mix(
      data[(top * width + left) * 4 + c]!,
      data[(top * width + right) * 4 + c]!,
      tx,
    );
    const lower = mix(
      data[(below * width + left) * 4 + c]!,
      data[(below * width + right) * 4 + c]!,
      tx,
    );
    plate.data[o + c] = mix(plate.data[o + c]!, mix(upper, lower, ty), cover);
  }
};

/**
 * Covers the floor part of a plate with a plain tabletop that mirrors a little of what is behind it.
 *
 * Shape: `color` 0–255 for each channel.
 */
export const layTabletop = (
  plate: Plate,
  color: readonly number[],
  horizon: number,
  softness: number,
): void => {
  const { width, height, data } = plate;
  const behind = Float32Array.from(data);
  for (let y = Math.max(0, Math.floor(horizon - softness)); y < height; y++) {
    const cover = ramp(-softness, softness + 0.5, y - horizon);
    const depth = (y - horizon) / (height - horizon);
    const mirror = 0.34 * (1 - ramp(0, 0.9, depth));
    const source = Math.min(height - 1, Math.max(0, Math.round(horizon - (y - horizon) * 1.6)));
    const light = mix(1.08, 0.86, ramp(0, 1, depth));
    for (let x = 0; x < width; x++) {
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const surface = mix(color[c]! * light, behind[(source * width + x) * 3 + c]!, mirror);
        data[o + c] = mix(data[o + c]!, surface, cover);
      }
    }
  }
};
