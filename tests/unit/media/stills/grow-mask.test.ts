import { growMask } from '../../../../src/plugins/reference-assets/server/src/media/stills/grow-mask';

const rows = (mask: Uint8Array, width: number) =>
  Array.from({ length: mask.length / width }, (_, y) =>
    mask.subarray(y * width, (y + 1) * width).join(''),
  );

describe('growMask', () => {
  it('marks a square around a pixel, and takes it back from the other side', () => {
    const mask = new Uint8Array(7 * 5);
    mask[2 * 7 + 1] = 1;
    const grown = growMask(mask, 7, 5, 1);
    expect(rows(grown, 7)).toEqual(['0000000', '1110000', '1110000', '1110000', '0000000']);
    // The picture's own edge takes nothing back: what lies beyond it is not known to be unmarked.
    const back = growMask(grown, 7, 5, 1, 0);
    expect(rows(back, 7)).toEqual(['0000000', '0000000', '1100000', '0000000', '0000000']);
  });
});
