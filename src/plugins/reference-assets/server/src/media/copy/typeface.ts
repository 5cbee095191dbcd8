import path from 'node:path';
import sharp from 'sharp';

import type { Typeface } from '../../../../shared/contracts/typefaces';
import type { Size } from '../stills/still-request';

/** Cuts of each typeface that words are set in. */
export type Cut = 'bold' | 'semibold';

/** A typeface: its files, and the writing it has letters of. */
interface Face {
  fileOf(weight: string): string;
  covered: RegExp;
}

const weights: Record<Cut, { file: string; style: string }> = {
  bold: { file: '700Bold', style: 'Bold' },
  semibold: { file: '600SemiBold', style: 'Semi-Bold' },
};

const shipped =
  (name: string) =>
  (weight: string): string =>
    path.join(
      path.dirname(require.resolve('strapi-plugin-reference-assets/package.json')),
      'fonts',
      `${name}_${weight}.ttf`,
    );

const [wide, withoutGreek] = [
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u,
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u,
];

const faces: Record<Typeface, Face> = {
  Inter: {
    fileOf: (weight) => require.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`),
    covered: wide,
  },
  Nunito: { fileOf: shipped('Nunito'), covered: withoutGreek },
  'Roboto Slab': { fileOf: shipped('RobotoSlab'), covered: wide },
  'Source Serif 4': { fileOf: shipped('SourceSerif4'), covered: wide },
};

/** Where a cut's file lies. */
export const typefaceFile = (cut: Cut, typeface: Typeface = 'Inter'): string =>
  faces[typeface].fileOf(weights[cut].file);

/** Words to be set. */
export interface Setting {
  words: string;
  cut: Cut;
  /** Inter unless told, and for words in writing that the chosen one lacks. */
  typeface?: Typeface;
  /** px from the top of the ascenders to the foot of the descenders, roughly. */
  sizePx: number;
  /** Lines break before they get wider, where a word lets them. */
  widthPx: number;
  align: 'left' | 'centre';
}

/** Set words as coverage, one byte a pixel. */
export interface SetWords extends Size {
  coverage: Uint8Array;
}

// Pango reads markup; what people wrote is text.
const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * Sets words in one of the plugin's typefaces; trimmed to the ink.
 *
 * Shape:  `coverage` 0–255. Glyphs that Inter lacks (Chinese, emoji) come from the system's fonts.
 * Throws: whatever sharp throws when its text renderer is missing.
 */
export const setWords = async (setting: Setting): Promise<SetWords> => {
  const { words, cut, typeface = 'Inter' } = setting;
  const family = faces[typeface].covered.test(words) ? typeface : 'Inter';
  const { data, info } = await sharp({
    text: {
      text: escaped(words),
      font: `${family} ${weights[cut].style} ${Math.max(4, Math.round(setting.sizePx))}`,
      fontfile: typefaceFile(cut, family),
      // At 72 dots an inch a point is a pixel.
      dpi: 72,
      width: Math.max(1, Math.floor(setting.widthPx)),
      align: setting.align,
      spacing: -Math.round(setting.sizePx * 0.08),
      wrap: 'word',
    },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { coverage: new Uint8Array(data), width: info.width, height: info.height };
};
