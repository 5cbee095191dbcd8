import type { BeatCopy } from '../../../../shared/contracts/spec';
import type { Typeface } from '../../../../shared/contracts/typefaces';
import { lookAt, type Frame } from '../overlay/frame-regions';
import { grown, overlapOf } from '../stills/boxes';
import type { Box, Rgb, Size } from '../stills/still-request';
import { chooseInk, contrastRatio, luminanceOf, luminancesIn } from './contrast';
import { buttonGap, buttonShape, type Button, type CopyLayout, type SetLine } from './copy-layout';
import { evenBox } from './even-box';
import { fitWords, type Room } from './fit-words';

/** Typefaces by what is set in them. */
export interface CopyFaces {
  headline?: Typeface;
  small?: Typeface;
}

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
  /** For headlines, and for all other words; Inter unless told. */
  typefaces?: CopyFaces;
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

/** The largest part of a room beside something that stands in it. */
const besides = (room: Box, { x, y, width, height }: Box): Box => {
  const right = room.x + room.width;
  const bottom = room.y + room.height;
  const parts = [
    { ...room, width: Math.max(0, x - room.x) },
    { ...room, x: Math.max(room.x, x + width), width: Math.max(0, right - x - width) },
    { ...room, height: Math.max(0, y - room.y) },
    { ...room, y: Math.max(room.y, y + height), height: Math.max(0, bottom - y - height) },
  ];
  const area = (box: Box) => box.width * box.height;
  return parts.reduce((one, other) => (area(other) > area(one) ? other : one));
};

/** What is left of a room when everything to avoid is kept clear, with a little air. */
const freePart = (room: Box, avoid: readonly Box[], air: number): Box =>
  avoid.reduce((free, other) => {
    const kept = grown(other, air);
    return free.width > 0 && free.height > 0 && overlapOf(free, kept) > 0
      ? besides(free, kept)
      : free;
  }, room);

const roomFor = ({ frame, frames, room, avoid }: CopyPlacementRequest): Box | null => {
  const short = Math.min(frame.width, frame.height);
  const rooms = [...(room ? [room] : []), ...usualRooms(frame)].map((whole, order) => {
    const free = freePart(whole, avoid, short * 0.02);
    const isRoom = free.width > short * 0.28 && free.height > short * 0.07;
    const lost = 1 - (free.width * free.height) / (whole.width * whole.height);
    return isRoom
      ? { free, cost: 0.5 * lost + lookAt(frames, free, frame).unrest + 0.03 * order }
      : null;
  });
  const first = rooms[0];
  // Kept room is taken unless something came to stand in it.
  if (room && first && first.free.width * first.free.height > room.width * room.height * 0.6)
    return first.free;
  const possible = rooms.filter((one) => one !== null);
  if (possible.length === 0) return null;
  return possible.reduce((one, other) => (other.cost < one.cost ? other : one)).free;
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
  if (!room) return null;
  const align = room.width > frame.width * 0.5 ? 'centre' : 'left';
  const { typefaces = {} } = request;
  const { headline, button, size } = await setInto({ copy, room, frame, align, typefaces });
  const x = align === 'centre' ? room.x + (room.width - size.width) / 2 : room.x;
  const y = room.y + (room.height - size.height) / 2;
  const box = evenBox({ x, y, ...size }, frame);
  if (avoid.some((other) => overlapOf(box, other) > 0.02)) return null;
  const ink = chooseInk(luminancesIn(frames, box, frame));
  const inset = ink.veil > 0 ? Math.round(Math.min(frame.width, frame.height) * 0.055) : 0;
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

/** Words as they were fitted, and the room they take together. */
interface FittedCopy {
  headline: SetLine | null;
  button: SetLine | null;
  size: Size;
}

/** Sizes of a call to action, as shares of the frame's short side, the first that leaves room for a headline. */
const callSizes = [0.042, 0.034, 0.027, 0.022] as const;
/** A headline leads: it is larger than the call by this factor. */
const headlineLead = 1.2;

/** What is set, and what it has to fit. */
interface Fitting {
  copy: BeatCopy;
  room: Box;
  frame: Size;
  align: 'left' | 'centre';
  typefaces: CopyFaces;
}

/** Both lines as large as their room allows, the headline never smaller than the call below it. */
const setInto = async (fitting: Fitting): Promise<FittedCopy> => {
  let fitted = await setAt(callSizes[0], fitting);
  for (const callSize of callSizes.slice(1)) {
    const { headline, button } = fitted;
    if (!headline || !button || headline.sizePx >= button.sizePx * headlineLead) return fitted;
    fitted = await setAt(callSize, fitting);
  }
  return fitted;
};

const setAt = async (
  callSize: number,
  { copy, room, frame, align, typefaces }: Fitting,
): Promise<FittedCopy> => {
  const { headline: leading, small: following } = typefaces;
  const short = Math.min(frame.width, frame.height);
  const call = copy.callToAction?.trim();
  const words = copy.headline?.trim();
  const small: Omit<Room, keyof Size> = {
    cut: 'semibold',
    ...{ align, typeface: following },
    ...{ largestPx: short * callSize, smallestPx: 8 },
  };
  const inner = { width: room.width - short * 0.1, height: short * 0.06 };
  const button = call ? await fitWords(call, { ...small, ...inner }) : null;
  const shape = button && buttonShape(button.sizePx);
  const gap = button ? buttonGap(button.sizePx) : 0;
  const left = room.height - (shape ? shape.height + gap : 0);
  const large: Omit<Room, keyof Size> = {
    cut: 'bold',
    ...{ align, typeface: leading },
    ...{ largestPx: short * 0.1, smallestPx: 8 },
  };
  const headline = words
    ? await fitWords(words, { ...large, width: room.width, height: left })
    : null;
  return {
    headline: headline && setLine(words!, headline, leading),
    button: button && setLine(call!, button, following),
    size: {
      width: Math.max(headline?.width ?? 0, button ? button.width + 2 * shape!.padding : 0),
      height: (headline?.height ?? 0) + (shape ? shape.height : 0) + (headline ? gap : 0),
    },
  };
};

const setLine = (
  words: string,
  { sizePx, widthPx }: { sizePx: number; widthPx: number },
  typeface: Typeface | undefined,
): SetLine => ({ words, sizePx, widthPx, ...(typeface && { typeface }) });

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
