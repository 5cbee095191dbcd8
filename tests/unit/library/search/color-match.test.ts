import type { DominantColor } from '../../../../src/plugins/reference-assets/shared/contracts/assets';
import {
  askedColor,
  colorLexemes,
  colorMatch,
  lexemesFor,
} from '../../../../src/plugins/reference-assets/server/src/library/search/color-match';

const color = (hex: string, share: number): DominantColor => ({
  rgb: [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number],
  hex,
  name: '',
  share,
});
const shown = (hex: string, asked: string, share = 0.5) =>
  colorMatch([color(hex, share)], askedColor(asked)).score;

describe('colorMatch', () => {
  it('knows a colour by hex and by the colours near it, not by others', () => {
    expect(shown('#c0392b', '#c0392b')).toBe(1);
    expect(shown('#b83a30', '#c0392b')).toBeGreaterThan(0.8);
    expect(shown('#2b5fc0', '#c0392b')).toBe(0);
  });

  it('tells dark from light of a named colour', () => {
    expect(shown('#1b5e20', 'dark green')).toBeGreaterThan(shown('#98e698', 'dark green') + 0.3);
    expect(shown('#98e698', 'light green')).toBeGreaterThan(shown('#1b5e20', 'light green') + 0.3);
  });

  it('understands other languages and other words', () => {
    expect(shown('#e3001b', 'rot')).toBe(1);
    expect(shown('#14213d', 'blau')).toBeGreaterThan(0.5);
    expect(shown('#808080', 'gray')).toBe(1);
  });

  it('counts much of a colour for more than a little of it', () => {
    expect(shown('#e3001b', 'red', 0.3)).toBeGreaterThan(shown('#e3001b', 'red', 0.05) + 0.3);
  });

  it('stands in the index under what a search looks up', () => {
    const lexemes = colorLexemes([color('#14213d', 0.62), color('#ffffff', 0.01)]);
    expect(lexemesFor(askedColor('blue')).much).toEqual(expect.arrayContaining([lexemes[0]]));
    expect(lexemes.some((lexeme) => lexeme.includes('white'))).toBe(false);
  });
});
