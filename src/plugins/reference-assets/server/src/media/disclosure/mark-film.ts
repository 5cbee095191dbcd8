import { appendFile } from 'node:fs/promises';

import { xmpPacket, type Provenance } from './xmp';

/** The box type under which MP4 files carry XMP. Source: XMP specification part 3 §1.2.7. */
const xmpBox = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');

/** Tells in an MP4's metadata how it came about; appended, so that no other byte moves. */
export const markFilm = async (path: string, provenance: Provenance): Promise<void> => {
  const xmp = Buffer.from(xmpPacket(provenance), 'utf8');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + xmpBox.length + xmp.length, 0);
  head.write('uuid', 4, 'latin1');
  await appendFile(path, Buffer.concat([head, xmpBox, xmp]));
};
