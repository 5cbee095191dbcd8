import { oklabOf, squaredDistance, type Oklab, type Rgb } from './oklab';

// Where people draw the lines between colour words, as examples of each; the nearest example gives the word.
const examples: Record<string, string> = {
  black: '000000 0a0a0c 181818 1e1b1a 141a22',
  'dark grey': '333333 444444 4d4d4d 3b4046 484440',
  grey: '6b6b6b 808080 999999 7b8087 8a8580 aaaaaa',
  'light grey': 'c0c0c0 d0d0d0 dddddd c8ccd2 d6d2cd',
  white: 'ffffff fafafa f2f2f2 f7f8fa fbf8f4',
  red: 'ff0000 e3001b c8102e d62828 b71c1c e53935 f44336',
  maroon: '800000 6d0f1a 5c0a14 4a0d12 7b1e2b',
  orange: 'ff8000 ff6f00 f58220 e8731c fb8c00 ff9f1c',
  peach: 'ffcba4 ffd8b8 f7b591 f0c8a8',
  brown: '8b4513 6f4e37 7b4a2a 5d3a1a 4e342e 3e2a1e a0622d 8d6e63 9c7350',
  tan: 'd2b48c c4a377 b8976a bfa58a',
  beige: 'f5f5dc ede0c8 e8dcc4 e6d5b8 dccfb8',
  gold: 'd4af37 c9a227 b8860b cfa94a',
  yellow: 'ffff00 ffe600 ffd400 fdd835 f7e463 fff176',
  olive: '808000 6b6b2a 55592b 7a7a3c 8f8f4a',
  lime: 'a4de02 bfff00 9ccc2e c6e03a',
  green: '008000 00a651 2e7d32 1b5e20 4caf50 3cb043 00c853 2f4f2f 6b9a5b 00ff00',
  'light green': '98e698 b7e1a1 a5d6a7 c5e8b7',
  teal: '008080 00796b 0f6e6e 26787a 004d4d',
  turquoise: '40e0d0 1abc9c 26c6da 00bcd4 00ffff 5fd3cf',
  'light blue': 'add8e6 a7c7e7 87ceeb bbdefb 90caf9 c9e2f5',
  blue: '0000ff 0057b8 1e73be 2196f3 1565c0 3b82f6 4267b2 4a7fb5',
  'slate blue': '5f7896 708fa8 52667d 8299b0',
  navy: '000080 0a1f44 14213d 1b2a4a 10243f 1a237e',
  purple: '800080 6a0dad 7b1fa2 673ab7 8e44ad 5e35b1 4b0082 9b59b6',
  lavender: 'c8b6e2 b39ddb d1c4e9 e0d4f0',
  magenta: 'ff00ff d5008f c2185b e6007e d81b60',
  pink: 'ffc0cb ff80ab f48fb1 ff69b4 f8bbd0 e8a0b4 f2b8c0',
};

const parseHex = (hex: string): Rgb => [
  parseInt(hex.slice(0, 2), 16),
  parseInt(hex.slice(2, 4), 16),
  parseInt(hex.slice(4, 6), 16),
];

const anchors: Array<{ name: string; lab: Oklab }> = Object.entries(examples).flatMap(
  ([name, hexes]) => hexes.split(' ').map((hex) => ({ name, lab: oklabOf(...parseHex(hex)) })),
);

/** `#rrggbb` of a colour. */
export const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

/** Everyday English name of a colour, such as `navy` or `light grey`. */
export const nameOfColor = (rgb: Rgb): string => {
  const lab = oklabOf(...rgb);
  let best = anchors[0]!;
  let least = Infinity;
  for (const anchor of anchors) {
    const distance = squaredDistance(anchor.lab, lab);
    if (distance >= least) continue;
    least = distance;
    best = anchor;
  }
  return best.name;
};
