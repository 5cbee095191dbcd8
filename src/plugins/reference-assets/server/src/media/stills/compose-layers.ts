import { arrange } from './arrange';
import { paintBackground } from './background';
import { floorCover } from './floor-cover';
import { createPlate, roundPlate, type Plate } from './plate';
import { castReflections } from './reflections';
import { castShadows, type PlacedSubject } from './shadows';
import { paintStageFront } from './stage-plate';
import type { Size, StillRequest } from './still-request';

/** A still in two depths. */
export interface StillLayers extends Size {
  /** RGB of what is behind: wall, photograph. */
  far: Uint8Array;
  /** RGB of floor, shadows and everyone on it, multiplied with `nearAlpha`. */
  near: Uint8Array;
  /** How much of each pixel is near, 0–255. */
  nearAlpha: Uint8Array;
}

/**
 * Composes a still in two depths, which laid over each other are `composeStill` of the same request, a shade apart at most.
 *
 * Null for a photograph that is the whole shot, and for a place with nobody in front.
 * Throws: as `composeStill`.
 */
export const composeLayers = async (request: StillRequest): Promise<StillLayers | null> => {
  const arrangement = await arrange(request);
  if ('photograph' in arrangement) return null;
  const { background, shown, stage } = arrangement;
  if (shown.length === 0 && !stage) return null;
  const { plate: whole } = await paintBackground(background);
  const { plate: far } = await paintBackground({ ...background, withoutFloor: true });
  const near = nearPart(whole, far, floorCover(background));
  if (stage) paintStageFront(near, stage);
  await castReflections(near, arrangement);
  for (const subject of shown) await castShadows(near, subject);
  for (const subject of shown) standIn(near, subject);
  const nearAlpha = Uint8Array.from(near.alpha!, (value) => Math.round(255 * Math.min(1, value)));
  return { ...request.size, far: roundPlate(far), near: roundPlate(near), nearAlpha };
};

/** What of a whole background is not its far part: the floor, where rows say so. */
const nearPart = (whole: Plate, far: Plate, cover: Float32Array): Plate => {
  const near = createPlate(whole);
  const alpha = new Float32Array(whole.width * whole.height);
  for (let y = 0, i = 0; y < whole.height; y++) {
    const share = cover[y]!;
    if (share === 0) {
      i += whole.width;
      continue;
    }
    for (let x = 0; x < whole.width; x++, i++) {
      alpha[i] = share;
      for (let c = 0; c < 3; c++) {
        const o = i * 3 + c;
        near.data[o] = Math.max(0, whole.data[o]! - (1 - share) * far.data[o]!);
      }
    }
  }
  return { ...near, alpha };
};

const standIn = ({ data, alpha, width, height }: Plate, { raster, box }: PlacedSubject): void => {
  for (let row = Math.max(0, -box.y); row < raster.height && box.y + row < height; row++) {
    for (let column = Math.max(0, -box.x); column < raster.width; column++) {
      if (box.x + column >= width) break;
      const from = (row * raster.width + column) * 4;
      const cover = raster.data[from + 3]! / 255;
      if (cover === 0) continue;
      const i = (box.y + row) * width + box.x + column;
      for (let c = 0; c < 3; c++)
        data[i * 3 + c] = data[i * 3 + c]! * (1 - cover) + raster.data[from + c]! * cover;
      alpha![i] = 1 - (1 - alpha![i]!) * (1 - cover);
    }
  }
};
