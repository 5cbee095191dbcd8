import { crc32 } from '../../../src/plugins/reference-assets/server/src/media/crc32';

describe('crc32', () => {
  it('gives the check values of the published definition', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    expect(crc32(Buffer.alloc(0))).toBe(0);
    expect(crc32(Buffer.from('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
  });

  it('goes on from an earlier sum, wherever the bytes are cut', () => {
    const bytes = Buffer.from(Array.from({ length: 41 }, (_, i) => (i * 37) & 0xff));
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
  });
});
