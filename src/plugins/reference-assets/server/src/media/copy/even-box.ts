import type { Box, Size } from '../stills/still-request';

/** Even px, so that chroma stays in step, and inside the frame. */
export const evenBox = ({ x, y, width, height }: Box, frame: Size): Box => {
  const up = (value: number) => 2 * Math.ceil(value / 2);
  const [w, h] = [Math.min(up(width), frame.width), Math.min(up(height), frame.height)];
  const within = (at: number, most: number) => 2 * Math.floor(Math.min(Math.max(0, at), most) / 2);
  return { x: within(x, frame.width - w), y: within(y, frame.height - h), width: w, height: h };
};
