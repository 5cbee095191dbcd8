import sharp from 'sharp';

import type { Size } from '../stills/still-request';

/** Cuts of the typeface that come with the plugin: Inter, under the SIL Open Font Licence. */
export type Cut = 'bold' | 'semibold';

const files: Record<Cut, { font: string; file: string }> = {
  bold: { font: 'Inter Bold', file: '700Bold/Inter_700Bold.ttf' },
  semibold: { font: 'Inter Semi-Bold', file: '600SemiBold/Inter_600SemiBold.ttf' },
};

/** Where a cut's file lies. */
export const typefaceFile = (cut: Cut): string =>
  require.resolve(`@expo-google-fonts/inter/${files[cut].file}`);

/** Words to be set. */
export interface Setting {
  words: string;
  cut: Cut;
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
 * Sets words in the plugin's typeface; trimmed to the ink.
 *
 * Shape:  `coverage` 0–255. Glyphs that Inter lacks (Chinese, emoji) come from the system's fonts.
 * Throws: whatever sharp throws when its text renderer is missing.
 */
export const setWords = async (setting: Setting): Promise<SetWords> => {
  const { data, info } = await sharp({
    text: {
      text: escaped(setting.words),
      font: `${files[setting.cut].font} ${Math.max(4, Math.round(setting.sizePx))}`,
      fontfile: typefaceFile(setting.cut),
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
