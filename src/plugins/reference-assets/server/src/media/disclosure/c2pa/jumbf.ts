/** Kinds of content that a JUMBF superbox can have, by the four letters its UUID begins with. */
type Kind = 'c2pa' | 'c2ma' | 'c2as' | 'c2cl' | 'c2cs' | 'cbor';

/** What the UUIDs of ISO 19566-5 kinds have in common. */
const uuidEnd = Buffer.from('00110010800000aa00389b71', 'hex');

/** A box of ISO base media kind. */
export const box = (type: string, ...content: readonly Uint8Array[]): Buffer => {
  const head = Buffer.alloc(8);
  const length = content.reduce((sum, { byteLength }) => sum + byteLength, 8);
  head.writeUInt32BE(length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
};

/** Marks a description as having a label that others may refer to. */
const requestableLabel = 0x03;

/**
 * A JUMBF superbox with its description.
 *
 * Source: ISO/IEC 19566-5 §A.2.
 */
export const superbox = (kind: Kind, label: string, ...content: readonly Uint8Array[]): Buffer =>
  box(
    'jumb',
    box(
      'jumd',
      Buffer.from(kind, 'latin1'),
      uuidEnd,
      Buffer.from([requestableLabel]),
      Buffer.from(`${label}\0`, 'utf8'),
    ),
    ...content,
  );

/** What a reference to a superbox hashes: all of it but its own length and type. */
export const hashedPart = (whole: Buffer): Buffer => whole.subarray(8);
