/** Boxes of an index that hold others, on the way to where the places of samples stand. */
const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const headLength = 8;
/** Version, flags and the number of places come before them. */
const beforePlaces = headLength + 8;

/**
 * The index of an MP4 whose samples have moved: every place of samples behind `from` by `distance`, all else as it was.
 *
 * Shape:  `index` is a whole `moov` box.
 * Throws: an error in words when a place does not fit into the index any more.
 * Source: ISO/IEC 14496-12 §8.7.5 (`stco`, `co64`).
 */
export const movedIndex = (index: Buffer, from: number, distance: number): Buffer => {
  const moved = Buffer.from(index);
  move(moved, 0, moved.length, from, distance);
  return moved;
};

const move = (bytes: Buffer, start: number, end: number, from: number, distance: number): void => {
  for (let at = start; at + headLength <= end;) {
    const size = bytes.readUInt32BE(at);
    if (size < headLength || at + size > end) return;
    const type = bytes.toString('latin1', at + 4, at + headLength);
    if (holders.has(type)) move(bytes, at + headLength, at + size, from, distance);
    if (type === 'stco') moveShort(bytes.subarray(at, at + size), from, distance);
    if (type === 'co64') moveLong(bytes.subarray(at, at + size), from, distance);
    at += size;
  }
};

const moveShort = (box: Buffer, from: number, distance: number): void => {
  for (let at = beforePlaces; at + 4 <= box.length; at += 4) {
    const place = box.readUInt32BE(at);
    if (place < from) continue;
    if (place + distance > 0xffff_ffff) throw new Error('The film is too large to be signed.');
    box.writeUInt32BE(place + distance, at);
  }
};

const moveLong = (box: Buffer, from: number, distance: number): void => {
  for (let at = beforePlaces; at + 8 <= box.length; at += 8) {
    const place = box.readBigUInt64BE(at);
    if (place >= BigInt(from)) box.writeBigUInt64BE(place + BigInt(distance), at);
  }
};
