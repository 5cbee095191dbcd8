import type { Mood } from '../../../../shared/contracts/vocabulary';
import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import { openLogo } from '../overlay/open-logo';
import { legibilityOf } from '../overlay/legibility';
import { placeLogo } from '../overlay/place-logo';
import { roundPlate, scaleRaster, type Plate } from './plate';
import { chooseScheme, type Scheme } from './scheme';
import type { LogoToCome, Rgb, Size } from './still-request';

/** Long side of the miniature on which logos are tried, px. */
const miniature = 400;
/** Contrast of a logo's weakest part. Source: WCAG 2.2, 1.4.11, non-text contrast. */
const enough = 3;
/** Lightness of walls that are tried after the mood's own, from the usual to the utmost, 0–1. */
const walls = { light: [0.93, 0.97], deep: [0.34, 0.26, 0.18] };

/** What a logo is tried on. */
export interface LogoTrial {
  size: Size;
  mood: Mood;
  palette: readonly Rgb[];
  /** Paints the set in some colours, at some size. */
  paint(scheme: Scheme, size: Size): Plate;
}

/** The colours that were found, and the contrast the logo has on them; null on its own plate's. */
export interface LegibleScheme {
  scheme: Scheme;
  contrast: number | null;
}

/**
 * The colours of a set on which a logo can be read: those of the mood if they do, else the brand's lighter and darker
 * tones; the best of them where none is enough.
 *
 * A logo that comes on a plate of one colour gets a set of just that colour, in which the plate is not seen.
 * It is measured on the pixels that will be behind it.
 * Throws: `MediaRefusal` when a form of the logo is no readable picture.
 */
export const legibleScheme = async (
  { paths, position, ...ratios }: LogoToCome,
  { size, mood, palette, paint }: LogoTrial,
): Promise<LegibleScheme> => {
  const forms = await Promise.all(paths.map(openLogo));
  const variants = forms.map(({ raster }) => raster);
  const plate = variants[0] && plateOf(variants[0]);
  if (plate) return { scheme: onPlate(plate, palette, mood), contrast: null };
  const scale = Math.min(1, miniature / Math.max(size.width, size.height));
  const small = {
    width: Math.max(16, Math.round(size.width * scale)),
    height: Math.max(16, Math.round(size.height * scale)),
  };
  let best: { scheme: Scheme; contrast: number } | null = null;
  for (const scheme of schemesFor(palette, mood)) {
    const frame = { ...small, rgb: roundPlate(paint(scheme, small)) };
    const place = placeLogo({ frames: [frame], variants, preference: position, ...ratios });
    const shown = await scaleRaster(variants[place.variantIndex]!, place);
    const contrast = legibilityOf(shown, frame, place);
    if (!best || contrast > best.contrast) best = { scheme, contrast };
    if (contrast >= enough) break;
  }
  return best!;
};

/** The mood's own colours first, then walls on its side of the scale, then those on the other. */
const schemesFor = (palette: readonly Rgb[], mood: Mood): Scheme[] => {
  const usual = chooseScheme(palette, mood, null);
  const isLight = usual.wall[0] > 0.6;
  const others = isLight ? [...walls.light, ...walls.deep] : [...walls.deep, ...walls.light];
  return [usual, ...others.map((wall) => chooseScheme(palette, mood, null, wall))];
};

const onPlate = (plate: Rgb, palette: readonly Rgb[], mood: Mood): Scheme => {
  const wall = oklabOf(...plate);
  return { ...chooseScheme(palette, mood, null, wall[0]), wall, flat: plate };
};

/** Most that a plate's edge may differ from its mean, 0–255. */
const oneColor = 10;

/** The colour of the plate that a logo stands on, if all of its border is that plate. */
const plateOf = ({ data, width, height }: Raster): Rgb | null => {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) border.push(y * width, y * width + width - 1);
  if (border.some((i) => data[i * 4 + 3]! < 250)) return null;
  const mean = [0, 1, 2].map((c) =>
    Math.round(border.reduce((sum, i) => sum + data[i * 4 + c]!, 0) / border.length),
  ) as unknown as Rgb;
  const isOne = border.every((i) =>
    mean.every((part, c) => Math.abs(data[i * 4 + c]! - part) <= oneColor),
  );
  return isOne ? mean : null;
};
