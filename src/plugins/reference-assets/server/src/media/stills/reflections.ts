import type { Arrangement } from './arrange';
import type { Plate } from './plate';
import type { PlacedSubject } from './shadows';
import { ramp } from './tone';

/** Floors mirror what stands on them: a polished tabletop more than a painted set. */
const strengthOf = ({ background }: Arrangement): number => {
  const { framing, environment, texture } = background;
  if (framing.view === 'top' || framing.crops || framing.horizon >= 1) return 0;
  // A mirror image would run over a pedestal's edge and down its side.
  if (texture || background.pedestal) return 0;
  return environment ? 0.3 : 0.2;
};

/** Lays the mirror image of everyone who stands on a smooth floor below them, fading within a part of their height. */
export const castReflections = async (plate: Plate, arrangement: Arrangement): Promise<void> => {
  const strength = strengthOf(arrangement);
  if (strength === 0) return;
  for (const subject of arrangement.shown)
    if (subject.shadow === 'standing') reflect(plate, subject, strength);
};

const reflect = (
  { data, alpha, width, height }: Plate,
  { raster, box }: PlacedSubject,
  strength: number,
): void => {
  const foot = box.y + box.height;
  const reach = Math.min(height - foot, Math.round(box.height * 0.32));
  for (let down = 0; down < reach; down++) {
    const share = strength * (1 - ramp(0, 1, down / reach));
    const row = box.height - 1 - down;
    for (let column = Math.max(0, -box.x); column < box.width; column++) {
      const x = box.x + column;
      if (x >= width) break;
      const from = (row * raster.width + column) * 4;
      const cover = (share * raster.data[from + 3]!) / 255;
      if (cover === 0) continue;
      const i = (foot + down) * width + x;
      for (let c = 0; c < 3; c++)
        data[i * 3 + c] = data[i * 3 + c]! * (1 - cover) + raster.data[from + c]! * cover;
      if (alpha) alpha[i] = 1 - (1 - alpha[i]!) * (1 - cover);
    }
  }
};
