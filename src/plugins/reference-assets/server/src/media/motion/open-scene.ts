import sharp from 'sharp';

import type { StillLayers } from '../stills/compose-layers';
import type { Scene } from './moving-scene';
import { toYuv420, toYuvLayer } from './yuv-planes';

/** Blur of what is out of focus, as a share of the frame's height. */
const outOfFocus = 0.008;

/** Brings a still in two depths into the codec's colours, with soft copies where the focus is to shift. */
export const openScene = async (layers: StillLayers, shifts: boolean): Promise<Scene> => {
  const { far, near, nearAlpha, width, height } = layers;
  const scene = {
    far: toYuv420(far, width, height),
    near: toYuvLayer(near, nearAlpha, width, height),
  };
  if (!shifts) return scene;
  const blurred = async (data: Uint8Array, channels: 1 | 3): Promise<Uint8Array> => {
    const soft = sharp(data, { raw: { width, height, channels } }).blur(outOfFocus * height);
    return new Uint8Array(await (channels === 1 ? soft.extractChannel(0) : soft).raw().toBuffer());
  };
  return {
    ...scene,
    softFar: toYuv420(await blurred(far, 3), width, height),
    softNear: toYuvLayer(await blurred(near, 3), await blurred(nearAlpha, 1), width, height),
  };
};
