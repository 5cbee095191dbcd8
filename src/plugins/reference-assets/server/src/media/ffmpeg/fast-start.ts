import { open } from 'node:fs/promises';

/**
 * Tells whether an MP4's index (`moov`) stands before its media data (`mdat`).
 *
 * Source: ISO/IEC 14496-12 §4.2, sizes of boxes: 32 bit, 1 = 64 bit follows, 0 = to the end of the file.
 */
export const isFastStart = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(16);
    for (let position = 0; ;) {
      const { bytesRead } = await file.read(header, 0, 16, position);
      if (bytesRead < 8) return false;
      const type = header.toString('latin1', 4, 8);
      if (type === 'moov') return true;
      if (type === 'mdat') return false;
      const short = header.readUInt32BE(0);
      const size = short === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : short;
      if (size < 8) return false;
      position += size;
    }
  } finally {
    await file.close();
  }
};
