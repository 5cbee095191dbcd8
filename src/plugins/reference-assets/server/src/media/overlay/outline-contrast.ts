import type { Raster } from '../analysis/raster';
import { contrastRatio, luminanceOf } from '../copy/contrast';
import type { Box } from '../stills/still-request';
import type { Frame } from './frame-regions';

/** Alpha from which a pixel is the logo's own, and below which the picture shows through. */
const alphas = { solid: 200, open: 60 };
/** How far from the open a pixel may be to count as outline, px. */
const reach = 2;
/** Share of the outline that may have less contrast than what is answered. */
const weakest = 0.1;

/**
 * How well a logo's outline is told from what is behind it: the contrast that all but a tenth of it has, 1–21.
 *
 * What is enclosed by the logo itself, such as white letters on its own plate, needs no contrast to the picture.
 *
 * Shape:  `logo` RGBA as large as it will stand; `at` its top-left corner on the frame, px.
 * Source: WCAG 2.2, contrast ratio.
 */
export const outlineContrast = (logo: Raster, frame: Frame, at: Pick<Box, 'x' | 'y'>): number => {
  const ratios: number[] = [];
  for (let y = 0; y < logo.height; y++) {
    for (let x = 0; x < logo.width; x++) {
      if (!isOutline(logo, x, y)) continue;
      const [column, row] = [at.x + x, at.y + y];
      if (column < 0 || row < 0 || column >= frame.width || row >= frame.height) continue;
      const o = (y * logo.width + x) * 4;
      const behind = (row * frame.width + column) * 3;
      ratios.push(
        contrastRatio(
          luminanceOf(logo.data.subarray(o, o + 3) as unknown as number[]),
          luminanceOf(frame.rgb.subarray(behind, behind + 3) as unknown as number[]),
        ),
      );
    }
  }
  if (ratios.length === 0) return 1;
  ratios.sort((one, other) => one - other);
  return ratios[Math.floor(ratios.length * weakest)]!;
};

const isOutline = ({ data, width, height }: Raster, x: number, y: number): boolean => {
  const alphaAt = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height
      ? 0
      : data[(row * width + column) * 4 + 3]!;
  if (alphaAt(x, y) < alphas.solid) return false;
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) if (alphaAt(x + dx, y + dy) < alphas.open) return true;
  return false;
};
