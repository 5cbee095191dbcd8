import type { Mood } from '../../../../shared/contracts/vocabulary';
import { openLogo } from '../overlay/open-logo';
import { outlineContrast } from '../overlay/outline-contrast';
import { placeLogo } from '../overlay/place-logo';
import { roundPlate, scaleRaster, type Plate } from './plate';
import { chooseScheme, type Scheme } from './scheme';
import type { LogoToCome, Rgb, Size } from './still-request';

/** Long side of the miniature on which logos are tried, px. */
const miniature = 400;
/** Contrast of a logo's outline to what is behind it. Source: WCAG 2.2, 1.4.11, non-text contrast. */
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

/**
 * The colours of a set on which a logo can be read: those of the mood if they do, else the brand's lighter and darker
 * tones; the best of them where none is enough.
 *
 * It is measured along the logo's outline, on the pixels that will be behind it.
 * Throws: `MediaRefusal` when a form of the logo is no readable picture.
 */
export const legibleScheme = async (
  { paths, position, ...ratios }: LogoToCome,
  { size, mood, palette, paint }: LogoTrial,
): Promise<{ scheme: Scheme; contrast: number }> => {
  const forms = await Promise.all(paths.map(openLogo));
  const variants = forms.map(({ raster }) => raster);
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
    const contrast = outlineContrast(shown, frame, place);
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
