/** One step of eight bits at once, for each value of a byte; four tables, so that four bytes go in one round. */
const tables = (() => {
  const steps = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first] = steps as [Uint32Array];
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value >>> 0;
  }
  for (let table = 1; table < 4; table++)
    for (let byte = 0; byte < 256; byte++) {
      const before = steps[table - 1]![byte]!;
      steps[table]![byte] = ((before >>> 8) ^ first[before & 0xff]!) >>> 0;
    }
  return steps as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
})();

/**
 * The checksum of PNG chunks and ZIP archives; Node has one of its own only from 20.15 on.
 *
 * Shape:  `earlier` is the sum of what came before these bytes, 0 at the start.
 * Source: ISO 3309, polynomial 0xedb88320 (reflected).
 */
export const crc32 = (bytes: Uint8Array, earlier = 0): number => {
  const [one, two, three, four] = tables;
  let sum = ~earlier;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    sum ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    sum =
      four[sum & 0xff]! ^ three[(sum >>> 8) & 0xff]! ^ two[(sum >>> 16) & 0xff]! ^ one[sum >>> 24]!;
  }
  for (; i < bytes.length; i++) sum = (sum >>> 8) ^ one[(sum ^ bytes[i]!) & 0xff]!;
  return ~sum >>> 0;
};
