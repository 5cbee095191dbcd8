import { contrastRatio, luminanceOf } from '../copy/contrast';
import { fitWords } from '../copy/fit-words';
import { missingGlyphs } from '../copy/missing-glyphs';
import { setWords } from '../copy/typeface';
import { partOf } from './part-of';
import type { Plate } from './plate';
import type { Scheme } from './scheme';
import type { Box, Rgb, Size, TitleWords } from './still-request';
import { mix, rgbOf, tinted } from './tone';

/** Words that are the picture itself, where a beat has no other. */
export interface StageTitle {
  coverage: Uint8Array;
  box: Box;
  ink: Rgb;
}

/** Contrast of large words. Source: WCAG 2.2 AA asks for 3; these have no second chance. */
const enough = 4.5;

/** Where the words stand: clear of the shapes, and inside the safe area however the camera moves. */
export const titleRoom = (size: Size): Box => {
  const part =
    size.width / size.height > 1.3
      ? { x: 0.12, y: 0.2, width: 0.46, height: 0.36 }
      : { x: 0.13, y: 0.14, width: 0.74, height: 0.26 };
  return partOf(size, part);
};

/** Sets words as large as their room allows; null for words that no font here can show. */
export const setTitle = async (
  { words, typeface }: TitleWords,
  size: Size,
  scheme: Scheme,
): Promise<StageTitle | null> => {
  if ((await missingGlyphs(words, 'bold')).length > 0) return null;
  const room = titleRoom(size);
  const short = Math.min(size.width, size.height);
  const isTall = room.width > size.width / 2;
  const align = isTall ? 'centre' : 'left';
  const setting = { words, cut: 'bold', align, ...(typeface && { typeface }) } as const;
  const { sizePx, widthPx } = await fitWords(words, {
    ...setting,
    ...{ width: room.width, height: room.height },
    ...{ largestPx: short * 0.15, smallestPx: short * 0.035 },
  });
  const { coverage, width, height } = await setWords({ ...setting, sizePx, widthPx });
  if (width > room.width * 1.2 || height > room.height * 1.2) return null;
  const y = room.y + Math.round((room.height - height) / 2);
  const x = isTall ? Math.round((size.width - width) / 2) : room.x;
  return { coverage, box: { x, y, width, height }, ink: inkOn(scheme) };
};

/** The wall's own hue, so dark or so light that it can be read. */
const inkOn = ({ wall }: Scheme): Rgb => {
  const ground = luminanceOf(rgbOf(wall));
  const away = wall[0] > 0.6 ? [0.3, 0.22, 0.12] : [0.92, 0.97, 1];
  const inks = away.map((lightness) => rgbOf(tinted(wall, lightness, 0.8)));
  const found = inks.find((ink) => contrastRatio(luminanceOf(ink), ground) >= enough * 1.2);
  return found ?? (wall[0] > 0.6 ? [18, 20, 24] : [255, 255, 255]);
};

/** Writes the words on a plate. */
export const paintTitle = (
  { data, alpha, width, height }: Plate,
  { coverage, box, ink }: StageTitle,
): void => {
  for (let row = 0; row < box.height && box.y + row < height; row++) {
    for (let column = 0; column < box.width && box.x + column < width; column++) {
      const cover = coverage[row * box.width + column]! / 255;
      if (cover === 0) continue;
      const i = (box.y + row) * width + box.x + column;
      for (let c = 0; c < 3; c++) data[i * 3 + c] = mix(data[i * 3 + c]!, ink[c]!, cover);
      if (alpha) alpha[i] = 1 - (1 - alpha[i]!) * (1 - cover);
    }
  }
};
