import { createHash } from 'node:crypto';

import { crc32 } from '../../crc32';
import type { Provenance } from '../xmp';
import { manifestId, manifestStore, type Binding } from './manifest';
import type { Signer } from './signer';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The header chunk of every PNG is of this length and comes first. */
const afterHeader = 8 + 25;
/** Length, type and checksum around a chunk's content. */
const aroundContent = 12;

const binding = (length: number, hash: Buffer): Binding => ({
  label: 'c2pa.hash.data',
  content: {
    exclusions: [{ start: afterHeader, length }],
    alg: 'sha256',
    hash,
    name: 'jumbf manifest',
    pad: Buffer.alloc(0),
  },
});

/**
 * A PNG with a signed manifest behind its header, the pixels untouched; any other file as it came.
 *
 * Source: C2PA 2.1 §A.3 (`caBX` chunk), §18.5 (data hash).
 */
export const signPicture = (picture: Buffer, provenance: Provenance, signer: Signer): Buffer => {
  if (!picture.subarray(0, 8).equals(pngSignature)) return picture;
  const id = manifestId();
  const [head, rest] = [picture.subarray(0, afterHeader), picture.subarray(afterHeader)];
  const hash = createHash('sha256').update(head).update(rest).digest();
  const chunkOf = (length: number) =>
    chunk(manifestStore(provenance, binding(length, hash), signer, id));
  // The length is told inside, where a longer number takes more room: repeated until it is its own.
  let made = chunkOf(0);
  for (;;) {
    const next = chunkOf(made.length);
    if (next.length === made.length) return Buffer.concat([head, next, rest]);
    made = next;
  }
};

const chunk = (content: Buffer): Buffer => {
  const whole = Buffer.alloc(content.length + aroundContent);
  whole.writeUInt32BE(content.length, 0);
  whole.write('caBX', 4, 'latin1');
  content.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + content.length)), 8 + content.length);
  return whole;
};
