import type { BeatCopy } from '../../../../shared/contracts/spec';
import { lookAt, type Frame } from '../overlay/frame-regions';
import { grown, overlapOf } from '../stills/boxes';
import type { Box, Rgb, Size } from '../stills/still-request';
import { chooseInk, contrastRatio, luminanceOf, luminancesIn } from './contrast';
import { buttonGap, buttonShape, type Button, type CopyLayout, type SetLine } from './copy-layout';
import { fitWords } from './fit-words';

/** What the place of a beat's words depends on. */
export interface CopyPlacementRequest {
  copy: BeatCopy;
  frame: Size;
  /** Frames of the moving shot, of any one size. */
  frames: readonly Frame[];
  /** Room kept by whoever composed the still; null: it is looked for. */
  room: Box | null;
  /** The product, the logo, faces: px of the frame, wherever they are during the shot. */
  avoid: readonly Box[];
  /** Brand colours for the button, the first that can be read on. */
  palette: readonly Rgb[];
  beatFrames: number;
}

const share = (frame: Size, x: number, y: number, width: number, height: number): Box => ({
  x: Math.round(x * frame.width),
  y: Math.round(y * frame.height),
  width: Math.round(width * frame.width),
  height: Math.round(height * frame.height),
});

/** Places inside the safe area where words usually stand, the best first. */
const usualRooms = (frame: Size): Box[] =>
  frame.width / frame.height > 1.3
    ? [
        share(frame, 0.06, 0.26, 0.38, 0.48),
        share(frame, 0.56, 0.26, 0.38, 0.48),
        share(frame, 0.06, 0.07, 0.88, 0.2),
        share(frame, 0.06, 0.72, 0.88, 0.2),
      ]
    : [
        share(frame, 0.08, 0.08, 0.84, 0.17),
        share(frame, 0.08, 0.74, 0.84, 0.17),
        share(frame, 0.08, 0.26, 0.84, 0.16),
      ];

const roomFor = ({ frame, frames, room, avoid }: CopyPlacementRequest): Box => {
  const cost = (box: Box, order: number) => {
    const covered = avoid.reduce((sum, other) => sum + overlapOf(box, other), 0);
    return 3 * covered + lookAt(frames, box, frame).unrest + 0.02 * order;
  };
  const rooms = [...(room ? [room] : []), ...usualRooms(frame)];
  const costs = rooms.map(cost);
  // Kept room is taken unless something came to stand in it.
  if (room && avoid.every((other) => overlapOf(room, other) === 0)) return room;
  return rooms[costs.indexOf(Math.min(...costs))]!;
};

/**
 * Finds place, size and colours of a beat's words; null when they would have to stand on the product.
 *
 * The words fit their room whole, stay in the safe area and reach a contrast of 4.5 in every frame, with a veil behind
 * them where the picture alone does not give it.
 */
export const placeCopy = async (request: CopyPlacementRequest): Promise<CopyLayout | null> => {
  const { copy, frame, frames, avoid } = request;
  const room = roomFor(request);
  const align = room.width > frame.width * 0.5 ? 'centre' : 'left';
  const { headline, button, size } = await setInto(copy, room, frame, align);
  const x = align === 'centre' ? room.x + (room.width - size.width) / 2 : room.x;
  const y = room.y + (room.height - size.height) / 2;
  const box = evenBox({ x, y, ...size }, frame);
  if (avoid.some((other) => overlapOf(box, other) > 0.02)) return null;
  const ink = chooseInk(luminancesIn(frames, box, frame));
  const inset = ink.veil > 0 ? Math.round(Math.min(frame.width, frame.height) * 0.035) : 0;
  return {
    ...(inset > 0 ? evenBox(grown(box, inset), frame) : box),
    align,
    ...ink,
    inset,
    headline,
    button: button && { ...button, ...buttonColors(request) },
    fromFrame: Math.min(8, Math.floor(request.beatFrames / 6)),
    toFrame: request.beatFrames,
    fadeFrames: Math.min(9, Math.floor(request.beatFrames / 5)),
  };
};

const setInto = async (
  copy: BeatCopy,
  room: Box,
  frame: Size,
  align: 'left' | 'centre',
): Promise<{ headline: SetLine | null; button: SetLine | null; size: Size }> => {
  const short = Math.min(frame.width, frame.height);
  const call = copy.callToAction?.trim();
  const words = copy.headline?.trim();
  const small = { cut: 'semibold', align, largestPx: short * 0.042, smallestPx: 8 } as const;
  const inner = { width: room.width - short * 0.1, height: short * 0.06 };
  const button = call ? await fitWords(call, { ...small, ...inner }) : null;
  const shape = button && buttonShape(button.sizePx);
  const left = room.height - (shape ? shape.height + buttonGap(button.sizePx) : 0);
  const large = { cut: 'bold', align, largestPx: short * 0.1, smallestPx: 8 } as const;
  const headline = words
    ? await fitWords(words, { ...large, width: room.width, height: left })
    : null;
  return {
    headline: headline && { words: words!, sizePx: headline.sizePx },
    button: button && { words: call!, sizePx: button.sizePx },
    size: {
      width: Math.max(headline?.width ?? 0, button ? button.width + 2 * shape!.padding : 0),
      height:
        (headline?.height ?? 0) +
        (shape ? shape.height : 0) +
        (headline && button ? buttonGap(button.sizePx) : 0),
    },
  };
};

/** Even px, so that chroma stays in step, and inside the frame. */
const evenBox = ({ x, y, width, height }: Box, frame: Size): Box => {
  const up = (value: number) => 2 * Math.ceil(value / 2);
  const [w, h] = [Math.min(up(width), frame.width), Math.min(up(height), frame.height)];
  const within = (at: number, most: number) => 2 * Math.floor(Math.min(Math.max(0, at), most) / 2);
  return { x: within(x, frame.width - w), y: within(y, frame.height - h), width: w, height: h };
};

const buttonColors = ({
  palette,
  frames,
  frame,
}: CopyPlacementRequest): Omit<Button, keyof SetLine> => {
  const whole = { x: 0, y: 0, ...frame };
  const luminances = luminancesIn(frames, whole, frame);
  const ground = luminances[luminances.length >> 1] ?? 0.5;
  const standsOut = (color: Rgb) => contrastRatio(luminanceOf(color), ground) >= 1.6;
  const fill =
    palette.find(standsOut) ??
    (ground > 0.4 ? ([18, 20, 24] as const) : ([255, 255, 255] as const));
  return { fill, ink: chooseInk([luminanceOf(fill)]).ink };
};
