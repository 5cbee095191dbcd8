import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { crc32 } from '../crc32';

/** A file of an archive: its name within, and its bytes or where they lie. */
export interface ZipEntry {
  name: string;
  content: Buffer | { path: string };
}

/** Room that the format leaves for one archive without its 64-bit form. */
const mostBytes = 0xffff_ffff;
const mostEntries = 0xffff;
/** Version 2.0, names in UTF-8, stored as they are: films and pictures do not get smaller. */
const [version, utf8Names, stored] = [20, 0x0800, 0];

interface Placed {
  name: Buffer;
  crc: number;
  size: number;
  offset: number;
}

/**
 * An archive as a stream of chunks; each file is read twice, once for its checksum and once for its bytes.
 *
 * Throws: `RangeError` for more than 4 GB or 65 535 files, and what reading a file throws.
 * Source: PKWARE APPNOTE 6.3.10 §4.3 (local header, central directory, its end).
 */
export async function* writeZip(entries: readonly ZipEntry[], at: Date): AsyncGenerator<Buffer> {
  if (entries.length > mostEntries) throw new RangeError('too many files for one archive');
  const placed: Placed[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const one = { name: Buffer.from(name, 'utf8'), ...(await measured(content)), offset };
    const header = localHeader(one, at);
    offset += header.length + one.size;
    if (offset > mostBytes) throw new RangeError('too many bytes for one archive');
    placed.push(one);
    yield header;
    yield* chunksOf(content);
  }
  const directory = Buffer.concat(placed.map((one) => directoryEntry(one, at)));
  yield directory;
  yield directoryEnd(placed.length, directory.length, offset);
}

async function* chunksOf(content: ZipEntry['content']): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(content)) yield content;
  else for await (const chunk of createReadStream(content.path)) yield chunk as Buffer;
}

const measured = async (content: ZipEntry['content']): Promise<{ crc: number; size: number }> => {
  let crc = 0;
  for await (const chunk of chunksOf(content)) crc = crc32(chunk, crc);
  return { crc, size: Buffer.isBuffer(content) ? content.length : (await stat(content.path)).size };
};

/** Date and time in the two numbers of MS-DOS, UTC, in steps of two seconds. */
const dosTime = (at: Date): [time: number, date: number] => [
  (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
  (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
];

/** The part that both headers of a file share, from the version on. */
const sharedFields = ({ name, crc, size }: Placed, at: Date): Buffer => {
  const fields = Buffer.alloc(26);
  const [time, date] = dosTime(at);
  [version, utf8Names, stored, time, date].forEach((value, i) =>
    fields.writeUInt16LE(value, i * 2),
  );
  [crc, size, size].forEach((value, i) => fields.writeUInt32LE(value, 10 + i * 4));
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const localHeader = (one: Placed, at: Date): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), sharedFields(one, at), one.name]);

const directoryEntry = (one: Placed, at: Date): Buffer => {
  const signature = Buffer.from('PK\x01\x02\x14\x00', 'latin1');
  const place = Buffer.alloc(14);
  place.writeUInt32LE(one.offset, 10);
  return Buffer.concat([signature, sharedFields(one, at), place, one.name]);
};

const directoryEnd = (entries: number, length: number, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};
