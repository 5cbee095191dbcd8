import { Transform } from 'node:stream';
import type { OutputKind } from '../generation-ports';

/** Largest results of their kind; a film is bounded by the configuration alone. Units: bytes. */
export const mostBytes: Record<OutputKind, number> = {
  image: 2 ** 26,
  audio: 2 ** 27,
  video: Infinity,
};

/** A result that comes more slowly than this, once it had time to begin, is given up. Units: bytes a second; s. */
const slowest = { bytesPerSecond: 16 * 1024, afterSeconds: 20 };

/** Lets a body through as far as it is neither too large nor too slow. */
export const boundedBody = (maxBytes: number, tooLong: () => Error, tooSlow: () => Error) => {
  const begunAt = Date.now();
  let sizeBytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      sizeBytes += piece.byteLength;
      const seconds = (Date.now() - begunAt) / 1000;
      const isSlow = seconds > slowest.afterSeconds && sizeBytes < seconds * slowest.bytesPerSecond;
      if (sizeBytes > maxBytes) done(tooLong());
      else if (isSlow) done(tooSlow());
      else done(null, piece);
    },
  });
};
