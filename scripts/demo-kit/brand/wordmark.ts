/** Capitals as outlines in a box 100 high. */
const letters: Record<string, { width: number; d: string }> = {
  T: { width: 74, d: 'M0 0H74V15H45V100H29V15H0Z' },
  A: { width: 86, d: 'M0 100L35 0H51L86 100H69L43 24L17 100Z' },
  R: {
    width: 72,
    d: 'M0 100V0H40C76 0 80 52 48 61L72 100H53L31 63H16V100ZM16 15V48H38C57 48 57 15 38 15Z',
  },
  N: { width: 80, d: 'M0 100V0H15L64 73V0H80V100H65L16 27V100Z' },
  L: { width: 60, d: 'M0 0H16V85H60V100H0Z' },
  K: { width: 76, d: 'M0 0H16V45L54 0H74L33 47L76 100H56L22 59L16 66V100H0Z' },
};
const GAP = 24;

/** Width of a word set at a cap height, px. */
export const wordWidth = (word: string, capHeight: number) =>
  ([...word].reduce((sum, letter) => sum + letters[letter].width + GAP, -GAP) * capHeight) / 100;

/** SVG fragment of a word in the brand's own capitals, top-left corner at (x, y). */
export const wordmark = (word: string, x: number, y: number, capHeight: number, paint: string) => {
  let pen = 0;
  const outlines = [...word].map((letter) => {
    const placed = `<path transform="translate(${pen} 0)" d="${letters[letter].d}"/>`;
    pen += letters[letter].width + GAP;
    return placed;
  });
  return `<g transform="translate(${x} ${y}) scale(${capHeight / 100})" fill="${paint}" fill-rule="evenodd">${outlines.join('')}</g>`;
};
