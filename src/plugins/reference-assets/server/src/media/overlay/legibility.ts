import type { Raster } from '../analysis/raster';
import { contrastRatio, luminanceOf } from '../copy/contrast';
import { spread } from '../stills/spread';
import type { Box } from '../stills/still-request';
import type { Frame } from './frame-regions';

/** Alpha from which a pixel is the logo's own, and below which the picture shows through. */
const alphas = { solid: 200, open: 60 };
/** How far from the open a pixel may be to count as outline, px. */
const reach = 2;
/** Parts whose mean colours are closer than this are judged together: the letters of a line. 0–255. */
const sameColor = 48;
/** Contrast in itself from which a part has several colours. */
const severalColors = 2;
/** Contrast beyond which nothing is read better. Source: WCAG 2.2, 1.4.3. */
const plenty = 4.5;
/** Share of a logo from which a part must be read for itself, and by how much the whole may then be better. */
const largePart = { share: 0.06, most: 1.5 };
/** Share of a part's outline that may have less contrast than what counts. */
const weakest = 0.3;
/** An outline that weak is not seen to end, whatever is inside. */
const lost = 1.5;

/**
 * How well a logo can be read on what is behind it, as a contrast of 1–4.5.
 *
 * Each part that stands by itself, an emblem or the letters of a line, counts by its size with the contrast of its outline to the
 * picture, or with the contrast it has in itself: a crest or a plate with letters on it is read wherever it is seen.
 *
 * Shape:  `logo` RGBA as large as it will stand; `at` its top-left corner on the frame, px.
 * Source: WCAG 2.2, contrast ratio.
 */
export const legibilityOf = (logo: Raster, frame: Frame, at: Pick<Box, 'x' | 'y'>): number => {
  const parts = likeColored(logo, partsOf(logo));
  const all = parts.reduce((sum, { length }) => sum + length, 0);
  if (all === 0) return 1;
  let [sum, least] = [0, plenty];
  for (const part of parts) {
    const contrast = Math.min(plenty, contrastOf(logo, part, frame, at));
    sum += contrast * part.length;
    if (part.length >= all * largePart.share) least = Math.min(least, contrast);
  }
  return Math.min(sum / all, least * largePart.most);
};

const contrastOf = (
  logo: Raster,
  part: readonly number[],
  frame: Frame,
  at: Pick<Box, 'x' | 'y'>,
): number => {
  const outline = outlineContrast(logo, part, frame, at);
  return outline < lost ? outline : Math.max(outline, ownContrast(logo, part));
};

/** Solid pixels that hang together, as lists of their indices. */
const partsOf = ({ data, width, height }: Raster): number[][] => {
  const isSolid = (i: number) => data[i * 4 + 3]! >= alphas.solid;
  const seen = new Uint8Array(width * height);
  const parts: number[][] = [];
  for (let i = 0; i < seen.length; i++)
    if (!seen[i] && isSolid(i)) parts.push(spread(seen, width, height, [i], isSolid));
  return parts;
};

/** Plain parts of one colour as one; what has several colours in itself stays by itself. */
const likeColored = (logo: Raster, parts: readonly number[][]): number[][] => {
  const { data } = logo;
  const isPlain = (part: readonly number[]) => ownContrast(logo, part) < severalColors;
  const groups: { mean: readonly number[]; indices: number[] }[] = [];
  for (const part of parts.filter(isPlain)) {
    const mean = [0, 1, 2].map(
      (c) => part.reduce((sum, i) => sum + data[i * 4 + c]!, 0) / part.length,
    );
    const same = groups.find(
      (group) => Math.hypot(...group.mean.map((value, c) => value - mean[c]!)) < sameColor,
    );
    if (same) same.indices.push(...part);
    else groups.push({ mean, indices: [...part] });
  }
  return [...groups.map(({ indices }) => indices), ...parts.filter((part) => !isPlain(part))];
};

const luminanceAt = (pixels: Uint8Array, o: number): number =>
  luminanceOf([pixels[o]!, pixels[o + 1]!, pixels[o + 2]!]);

const outlineContrast = (
  logo: Raster,
  part: readonly number[],
  frame: Frame,
  at: Pick<Box, 'x' | 'y'>,
): number => {
  const ratios: number[] = [];
  for (const i of part) {
    const [x, y] = [i % logo.width, Math.floor(i / logo.width)];
    const [column, row] = [at.x + x, at.y + y];
    if (column < 0 || row < 0 || column >= frame.width || row >= frame.height) continue;
    if (!isOutline(logo, x, y)) continue;
    const behind = luminanceAt(frame.rgb, (row * frame.width + column) * 3);
    ratios.push(contrastRatio(luminanceAt(logo.data, i * 4), behind));
  }
  return ratios.sort((one, other) => one - other)[Math.floor(ratios.length * weakest)] ?? 1;
};

/** Contrast of a part's darker fifth to its lighter one. */
const ownContrast = ({ data }: Raster, part: readonly number[]): number => {
  const luminances = part.map((i) => luminanceAt(data, i * 4)).sort((one, other) => one - other);
  const at = (share: number) => luminances[Math.floor(share * (luminances.length - 1))]!;
  return contrastRatio(at(0.2), at(0.8));
};

const isOutline = ({ data, width, height }: Raster, x: number, y: number): boolean => {
  const alphaAt = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height
      ? 0
      : data[(row * width + column) * 4 + 3]!;
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) if (alphaAt(x + dx, y + dy) < alphas.open) return true;
  return false;
};
