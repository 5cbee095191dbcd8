import sharp from 'sharp';

import { overlapOf } from '../stills/boxes';
import type { Box, Size } from '../stills/still-request';
import { fitWords } from './fit-words';
import { setWords } from './typeface';

/** Height of the words and distance from the edges, as shares of the frame's shorter side. */
const [wordHeight, margin] = [0.03, 0.03] as const;

const even = (value: number): number => Math.ceil(value / 2) * 2;

/**
 * Draws the visible label of a video: light words on a dark, half see-through ground.
 *
 * Shape: PNG with alpha, both sides even.
 */
export const drawLabel = async (words: string, frame: Size): Promise<Size & { png: Buffer }> => {
  const largestPx = Math.max(12, Math.round(Math.min(frame.width, frame.height) * wordHeight));
  const look = { cut: 'semibold', align: 'left' } as const;
  const room = { width: frame.width * 0.8, height: largestPx * 3, largestPx, smallestPx: 8 };
  const { sizePx, widthPx } = await fitWords(words, { ...look, ...room });
  const set = await setWords({ ...look, words, sizePx, widthPx });
  const padding = Math.round(sizePx * 0.5);
  const size = { width: even(set.width + 2 * padding), height: even(set.height + 2 * padding) };
  const ink = Buffer.alloc(set.coverage.length * 4, 255);
  set.coverage.forEach((cover, i) => (ink[i * 4 + 3] = cover));
  const png = await sharp({
    create: { ...size, channels: 4, background: { r: 16, g: 18, b: 22, alpha: 0.62 } },
  })
    .composite([
      {
        input: ink,
        raw: { width: set.width, height: set.height, channels: 4 },
        left: padding,
        top: padding,
      },
    ])
    .png({ compressionLevel: 9 })
    .toBuffer();
  return { ...size, png };
};

/** The corner that a label takes on all frames: the first that nothing else stands in, else the one least taken. */
export const placeLabel = (label: Size, frame: Size, taken: readonly Box[]): Box => {
  const gap = even(Math.min(frame.width, frame.height) * margin);
  const right = frame.width - label.width - gap;
  const bottom = frame.height - label.height - gap;
  const corners = [
    { x: gap, y: bottom },
    { x: gap, y: gap },
    { x: right, y: bottom },
    { x: right, y: gap },
  ].map((corner) => ({ ...corner, width: label.width, height: label.height }));
  const cover = (box: Box) => taken.reduce((sum, other) => sum + overlapOf(box, other), 0);
  return corners.reduce((one, other) => (cover(other) < cover(one) ? other : one));
};
