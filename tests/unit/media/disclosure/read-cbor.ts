/** What a CBOR text says: maps as objects by their keys, tags left out. Only what manifests use. */
export const readCbor = (bytes: Buffer): any => {
  let at = 0;
  const length = (low: number): number => {
    if (low < 24) return low;
    const size = 2 ** (low - 24);
    at += size;
    return Number(size === 8 ? bytes.readBigUInt64BE(at - 8) : bytes.readUIntBE(at - size, size));
  };
  const next = (): unknown => {
    const first = bytes[at++]!;
    const [major, low] = [first >> 5, first & 31];
    if (major === 7) return null;
    const value = length(low);
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    if (major === 2 || major === 3) {
      const part = bytes.subarray(at, (at += value));
      return major === 2 ? part : part.toString('utf8');
    }
    if (major === 4) return Array.from({ length: value }, next);
    if (major === 5)
      return Object.fromEntries(Array.from({ length: value }, () => [String(next()), next()]));
    return next();
  };
  return next();
};
