import type { Raster } from '../analysis/raster';
import { blurPlane, type Plate } from './plate';
import type { Box, Size } from './still-request';

/** How a subject darkens its surroundings. */
export type ShadowKind = 'standing' | 'floating' | 'lying';

/** A subject in its place, already scaled. */
export interface PlacedSubject {
  raster: Raster;
  box: Box;
  shadow: ShadowKind;
  /** Where the ground is below a floating subject, px from the top. */
  ground: number;
  /** Side the light comes from. */
  lightFrom: 'left' | 'right';
}

const solid = 128;

/** Darkens a background by a subject's shadows: tight where it touches, soft where it only shades. */
export const castShadows = async (plate: Plate, subject: PlacedSubject): Promise<void> => {
  const size = { width: plate.width, height: plate.height };
  const unit = plate.height / 720;
  const side = subject.lightFrom === 'left' ? 1 : -1;
  if (subject.shadow === 'lying') {
    await darken(
      plate,
      await drawn(size, 3 * unit, offsetBy(subject, 3 * side * unit, 4 * unit)),
      0.42,
    );
    await darken(
      plate,
      await drawn(size, 20 * unit, offsetBy(subject, 16 * side * unit, 22 * unit)),
      0.36,
    );
    return;
  }
  if (subject.shadow === 'floating') {
    await darken(plate, await drawn(size, 9 * unit, pool(subject)), 0.42);
    return;
  }
  await darken(plate, await drawn(size, 2.2 * unit, contact(subject, 0.012)), 0.62);
  await darken(plate, await drawn(size, 9 * unit, contact(subject, 0.05)), 0.4);
  await darken(plate, await drawn(size, 13 * unit, projected(subject, side)), 0.34);
};

type Pen = (plane: Uint8Array, size: Size) => void;

const drawn = async (size: Size, blur: number, pen: Pen): Promise<Uint8Array> => {
  const plane = new Uint8Array(size.width * size.height);
  pen(plane, size);
  return blurPlane(plane, size, blur);
};

const darken = async (
  { data, alpha }: Plate,
  shadow: Uint8Array,
  strength: number,
): Promise<void> => {
  for (let i = 0; i < shadow.length; i++) {
    if (shadow[i] === 0) continue;
    const left = 1 - (strength * shadow[i]!) / 255;
    if (alpha) alpha[i] = 1 - (1 - alpha[i]!) * left;
    data[i * 3]! *= left;
    data[i * 3 + 1]! *= left;
    // Shadows keep a little blue, as skylight does.
    data[i * 3 + 2]! *= left + (1 - left) * 0.06;
  }
};

const set = (plane: Uint8Array, { width, height }: Size, x: number, y: number, value: number) => {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return;
  const i = row * width + column;
  plane[i] = Math.max(plane[i]!, Math.round(value));
};

/** The subject's own outline, moved. */
const offsetBy =
  ({ raster, box }: PlacedSubject, dx: number, dy: number): Pen =>
  (plane, size) => {
    for (let y = 0; y < raster.height; y++) {
      for (let x = 0; x < raster.width; x++) {
        const alpha = raster.data[(y * raster.width + x) * 4 + 3]!;
        if (alpha) set(plane, size, box.x + x + dx, box.y + y + dy, alpha);
      }
    }
  };

/** A flat ellipse on the ground below a hovering subject. */
const pool =
  ({ box, ground }: PlacedSubject): Pen =>
  (plane, size) => {
    const radiusX = box.width * 0.4;
    const radiusY = Math.max(2, Math.min(box.width * 0.045, size.height * 0.03));
    const middle = box.x + box.width / 2;
    for (let y = -radiusY; y <= radiusY; y++) {
      const half = radiusX * Math.sqrt(1 - (y / radiusY) ** 2);
      for (let x = -half; x <= half; x++) set(plane, size, middle + x, ground + y, 255);
    }
  };

/** A band along the lower outline, strongest where the subject stands. */
const contact =
  ({ raster, box }: PlacedSubject, thickness: number): Pen =>
  (plane, size) => {
    const { width, height, data } = raster;
    const thick = Math.max(1.5, thickness * Math.min(height, width * 1.5));
    const zone = height * 0.3;
    for (let x = 0; x < width; x++) {
      let lowest = height - 1;
      while (lowest >= 0 && data[(lowest * width + x) * 4 + 3]! < solid) lowest--;
      const gap = height - 1 - lowest;
      if (lowest < 0 || gap > zone) continue;
      const value = 255 * (1 - gap / zone) ** 1.5;
      for (let d = -thick; d <= thick * 0.9; d++)
        set(plane, size, box.x + x, box.y + lowest + d, value);
    }
  };

/** The outline laid on the ground towards the viewer, fading with its height. */
const projected =
  ({ raster, box }: PlacedSubject, side: number): Pen =>
  (plane, size) => {
    const { width, height, data } = raster;
    const floor = box.y + height - height * 0.035;
    for (let y = 0; y < height; y++) {
      const up = height - 1 - y;
      const fade = (1 - up / height) ** 1.4;
      for (let x = 0; x < width; x++) {
        const alpha = data[(y * width + x) * 4 + 3]!;
        if (alpha > solid)
          set(plane, size, box.x + x + side * up * 0.3, floor + up * 0.09, 255 * fade);
      }
    }
  };
