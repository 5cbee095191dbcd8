/** What can be written as CBOR here: whole numbers, texts, bytes, lists, maps, null, and a tag around any of them. */
export type Cbor =
  | number
  | string
  | Uint8Array
  | null
  | readonly Cbor[]
  | ReadonlyMap<number | string, Cbor>
  | Tagged
  | { readonly [key: string]: Cbor };

/** A value with a CBOR tag. */
export class Tagged {
  constructor(
    readonly tag: number,
    readonly value: Cbor,
  ) {}
}

const head = (major: number, value: number): Buffer => {
  const first = major << 5;
  if (value < 24) return Buffer.from([first | value]);
  if (value < 0x100) return Buffer.from([first | 24, value]);
  if (value < 0x1_0000) {
    const bytes = Buffer.from([first | 25, 0, 0]);
    bytes.writeUInt16BE(value, 1);
    return bytes;
  }
  if (value < 0x1_0000_0000) {
    const bytes = Buffer.from([first | 26, 0, 0, 0, 0]);
    bytes.writeUInt32BE(value, 1);
    return bytes;
  }
  const bytes = Buffer.alloc(9, first | 27);
  bytes.writeBigUInt64BE(BigInt(value), 1);
  return bytes;
};

/**
 * Writes a value as CBOR with definite lengths, maps in the order given.
 *
 * Source: RFC 8949 §3.
 */
export const toCbor = (value: Cbor): Buffer => {
  if (value === null) return Buffer.from([0xf6]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([head(3, bytes.length), bytes]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Tagged) return Buffer.concat([head(6, value.tag), toCbor(value.value)]);
  if (isList(value)) return Buffer.concat([head(4, value.length), ...value.map(toCbor)]);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Buffer.concat([
    head(5, entries.length),
    ...entries.flatMap(([key, one]) => [toCbor(key as Cbor), toCbor(one as Cbor)]),
  ]);
};

const isList = (value: object): value is readonly Cbor[] => Array.isArray(value);
