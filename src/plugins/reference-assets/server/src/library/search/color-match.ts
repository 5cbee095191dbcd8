import type { DominantColor } from '../../../../shared/contracts/assets';
import { nameOfColor } from '../../media/analysis/color-names';
import { oklabOf, squaredDistance, type Rgb } from '../../media/analysis/oklab';
import { synonymsOf } from '../words/synonyms';

/** Which plain colours an everyday name is said of, the first the nearest. */
const families: Record<string, string[]> = {
  'dark grey': ['grey', 'black'],
  'light grey': ['grey', 'silver'],
  maroon: ['red', 'brown'],
  peach: ['orange', 'pink'],
  tan: ['brown', 'beige'],
  beige: ['beige', 'brown'],
  gold: ['gold', 'yellow'],
  olive: ['green'],
  lime: ['green'],
  'light green': ['green'],
  teal: ['green', 'blue', 'teal'],
  turquoise: ['turquoise', 'blue', 'green'],
  'light blue': ['blue'],
  'slate blue': ['blue', 'grey'],
  navy: ['blue', 'navy'],
  lavender: ['purple', 'violet', 'lavender'],
  purple: ['purple', 'violet'],
  magenta: ['pink', 'purple', 'magenta'],
};

/** Other words for plain colours. */
const plain: Record<string, string> = {
  gray: 'grey',
  golden: 'gold',
  silver: 'grey',
  cyan: 'turquoise',
  burgundy: 'maroon',
  crimson: 'red',
  scarlet: 'red',
  coral: 'peach',
  salmon: 'peach',
  cream: 'beige',
  ivory: 'beige',
  khaki: 'tan',
  indigo: 'purple',
  amber: 'gold',
  bronze: 'brown',
  copper: 'brown',
  charcoal: 'dark grey',
  mint: 'light green',
  violet: 'purple',
  rosa: 'pink',
  lila: 'purple',
  gelb: 'yellow',
  jaune: 'yellow',
  amarillo: 'yellow',
  braun: 'brown',
  marron: 'brown',
};

const darkWords = new Set('dark deep dunkel fonce oscuro'.split(' '));
const lightWords = new Set('light pale bright pastel hell clair claro'.split(' '));

/** A colour asked for. Shape: by hex `lab` is set; by name `families` and perhaps a shade. */
export interface AskedColor {
  said: string;
  lab?: readonly [number, number, number];
  families: string[];
  shade: 'dark' | 'light' | null;
}

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const familiesOf = (name: string): string[] => families[name] ?? [name];

const englishOf = (word: string): string => {
  if (plain[word]) return plain[word];
  const [english] = synonymsOf(word).filter((other) =>
    ['red', 'blu', 'green', 'black', 'whit', 'grey'].includes(other),
  );
  return { blu: 'blue', whit: 'white' }[english] ?? english ?? word;
};

/** Reads a colour as a search names it: a hex code of six digits, or a word with perhaps a shade before it. */
export const askedColor = (said: string): AskedColor => {
  if (said.startsWith('#')) {
    const rgb = rgbOf(said);
    return { said, lab: oklabOf(...rgb), families: familiesOf(nameOfColor(rgb)), shade: null };
  }
  const words = said.split(' ');
  const shade = darkWords.has(words[0]) ? 'dark' : lightWords.has(words[0]) ? 'light' : null;
  const name = englishOf(words[words.length - 1]);
  return { said, families: [familiesOf(name)[0]], shade };
};

/** Distances in Oklab: below the first nobody sees a difference that matters, above the second it is another colour. */
const nearLab = 0.05;
const farLab = 0.17;
const middleLightness = 0.62;
const otherFamily = 0.7;

const nearness = (color: DominantColor, asked: AskedColor): number => {
  const lab = oklabOf(...(color.rgb as unknown as Rgb));
  if (asked.lab) {
    const distance = Math.sqrt(squaredDistance(lab, asked.lab as never));
    return Math.max(0, Math.min(1, (farLab - distance) / (farLab - nearLab)));
  }
  const at = familiesOf(nameOfColor(color.rgb as unknown as Rgb)).findIndex((family) =>
    asked.families.includes(family),
  );
  if (at === -1) return 0;
  const family = at === 0 ? 1 : otherFamily;
  if (!asked.shade) return family;
  const lightness = asked.shade === 'dark' ? middleLightness - lab[0] : lab[0] - middleLightness;
  return family * Math.max(0.15, Math.min(1, 0.6 + lightness * 4));
};

/** How much of a colour a picture shows. Units: both 0–1; `share` is that of the picture's opaque pixels. */
export const colorMatch = (
  colors: readonly DominantColor[],
  asked: AskedColor,
): { score: number; share: number } => {
  let score = 0;
  let share = 0;
  for (const color of colors) {
    const near = nearness(color, asked);
    if (near >= 0.4) share += color.share * near;
    score = Math.max(score, near * Math.min(1, 0.35 + 2 * color.share));
  }
  return { score, share: Math.min(1, share) };
};

const leastShare = 0.03;

/** Words under which a picture's colours stand in the index: plain colour and tenths of the picture. */
export const colorLexemes = (colors: readonly DominantColor[]): string[] =>
  colors
    .filter(({ share }) => share >= leastShare)
    .flatMap(({ rgb, share }) =>
      familiesOf(nameOfColor(rgb as unknown as Rgb)).map(
        (family) => `kolor${family}${Math.min(9, Math.floor(share * 10))}`,
      ),
    );

/** The index words of pictures that show a colour, those that show much of it apart from the rest. */
export const lexemesFor = ({ families: asked }: AskedColor): { much: string[]; some: string[] } => {
  const tiers = (from: number, to: number): string[] =>
    asked.flatMap((family) =>
      Array.from({ length: to - from + 1 }, (_, index) => `kolor${family}${from + index}`),
    );
  return { much: tiers(2, 9), some: tiers(0, 1) };
};
