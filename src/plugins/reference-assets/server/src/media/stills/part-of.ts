import type { Box, Size } from './still-request';

/** A part of a frame in whole px, given as shares of its sides. */
export const partOf = ({ width, height }: Size, share: Box): Box => ({
  x: Math.round(share.x * width),
  y: Math.round(share.y * height),
  width: Math.round(share.width * width),
  height: Math.round(share.height * height),
});
