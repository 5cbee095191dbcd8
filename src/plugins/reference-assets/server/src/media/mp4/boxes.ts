import type { FileHandle } from 'node:fs/promises';

/** A box of an MP4 file: `payload` is where its content starts, `end` where the next box does. */
export interface Box {
  type: string;
  start: number;
  payload: number;
  end: number;
}

/**
 * Lists the boxes of a file between two places, without going into them.
 *
 * Shape:  ends early where a box does not fit, so that a damaged file gives what can be read of it.
 * Source: ISO/IEC 14496-12 §4.2, sizes of boxes: 32 bit, 1 = 64 bit follows, 0 = to the end.
 */
export const listBoxes = async (file: FileHandle, from: number, to: number): Promise<Box[]> => {
  const boxes: Box[] = [];
  const header = Buffer.alloc(16);
  for (let start = from; start + 8 <= to;) {
    const { bytesRead } = await file.read(header, 0, 16, start);
    if (bytesRead < 8) break;
    const short = header.readUInt32BE(0);
    const isLong = short === 1 && bytesRead === 16;
    const size = short === 0 ? to - start : isLong ? Number(header.readBigUInt64BE(8)) : short;
    if (size < 8 || start + size > to) break;
    const type = header.toString('latin1', 4, 8);
    boxes.push({ type, start, payload: start + (isLong ? 16 : 8), end: start + size });
    start += size;
  }
  return boxes;
};

/** The boxes inside a box that is held in memory, by type; of several of one type the first. */
export const boxesWithin = (content: Buffer): Map<string, Buffer> => {
  const found = new Map<string, Buffer>();
  for (const { type, content: inner } of innerBoxes(content))
    if (!found.has(type)) found.set(type, inner);
  return found;
};

/** The boxes inside a box that is held in memory, in order. */
export const innerBoxes = (content: Buffer): { type: string; content: Buffer }[] => {
  const boxes = [];
  for (let at = 0; at + 8 <= content.length;) {
    const size = content.readUInt32BE(at);
    if (size < 8 || at + size > content.length) break;
    boxes.push({
      type: content.toString('latin1', at + 4, at + 8),
      content: content.subarray(at + 8, at + size),
    });
    at += size;
  }
  return boxes;
};
