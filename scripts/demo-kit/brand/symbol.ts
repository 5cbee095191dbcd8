/** The mark in a 100 × 100 box: a lark's wings as a peak above a tarn. */
const wings = [
  'M50 4 C49 34 36 58 4 70 C26 78 48 70 57 50 C61 38 58 18 50 4 Z',
  'M66 27 C68 46 80 60 97 66 C82 76 64 74 55 66 C63 57 67 43 66 27 Z',
];
const tarn = 'M15 86 C36 77 64 77 86 86 C64 97 37 97 15 86 Z';

/** SVG fragment of the mark, its box scaled to `size` px with the corner at (x, y). */
export const symbol = (x: number, y: number, size: number, paint: string, lake = paint) =>
  `<g transform="translate(${x} ${y}) scale(${size / 100})"><path d="${wings.join('')}" fill="${paint}"/><path d="${tarn}" fill="${lake}"/></g>`;
