import { layoutFeatures } from './features/layout';
import { paletteFeatures } from './features/palette';
import { outlineFeatures } from './features/outline';
import { paintFeatures } from './features/paint';
import { shapeFeatures } from './features/shape';
import { skinFeatures } from './features/skin';
import { surfaceFeatures } from './features/surface';
import { textureFeatures } from './features/texture';
import type { View } from './features/view';
import { VISIBLE_ALPHA } from './raster';

const alphaFeatures = ({ raster: { data } }: View) => {
  let transparent = 0;
  let translucent = 0;
  for (let i = 3; i < data.length; i += 4) {
    if (data[i]! < VISIBLE_ALPHA) transparent += 1;
    if (data[i]! > 25 && data[i]! < 230) translucent += 1;
  }
  const pixels = data.length / 4;
  return { transparent: transparent / pixels, translucent: translucent / pixels };
};

/** Everything measured of a picture for telling its kind, by name; most values lie in 0–1. */
export const pixelFeatures = (view: View) => ({
  ...alphaFeatures(view),
  ...surfaceFeatures(view),
  ...paletteFeatures(view),
  ...outlineFeatures(view),
  ...paintFeatures(view),
  ...shapeFeatures(view),
  ...layoutFeatures(view),
  ...textureFeatures(view),
  ...skinFeatures(view),
});

export type PixelFeatures = ReturnType<typeof pixelFeatures>;
export type FeatureName = keyof PixelFeatures;
