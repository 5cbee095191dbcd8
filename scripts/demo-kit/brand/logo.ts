import { rasterise } from '../canvas/picture';
import { BRAND } from './name';
import { symbol } from './symbol';
import { wordmark, wordWidth } from './wordmark';

/** Inks of the two forms: dark for light grounds, light for dark grounds. */
export const inks = {
  dark: { word: '#16232b', mark: '#16232b', lake: '#c8242c' },
  light: { word: '#f7f3ea', mark: '#f7f3ea', lake: '#ff6a57' },
} as const;

export type Form = keyof typeof inks;

/** Mark and name side by side. */
export const drawLogo = (form: Form) => {
  const ink = inks[form];
  const capHeight = 132;
  const width = 60 + 260 + 56 + Math.ceil(wordWidth(BRAND, capHeight)) + 60;
  const parts = [
    symbol(60, 40, 260, ink.mark, ink.lake),
    wordmark(BRAND, 60 + 260 + 56, 112, capHeight, ink.word),
  ];
  return rasterise(parts.join(''), width, 340);
};

/** The mark alone, for small places. */
export const drawMark = (form: Form) => {
  const ink = inks[form];
  return rasterise(symbol(72, 72, 656, ink.mark, ink.lake), 800, 800);
};
