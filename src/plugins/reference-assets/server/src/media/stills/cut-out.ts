import { shrinkTo, type Raster } from '../analysis/raster';
import type { BackdropMask } from './backdrop-mask';
import { fitBackdrop, refitBackdrop } from './backdrop-model';
import { floodBackdrop } from './flood-matte';
import { crumbFlaw, flawOf } from './matte-flaws';
import { isSeeThrough } from './see-through';
import { carryColorOutwards, softenEdge } from './soft-edge';
import { spread } from './spread';
import { cropRaster, visibleBox } from './visible-part';

/** A subject freed from its backdrop, or a photograph that is better left whole. */
export interface Subject {
  kind: 'cutout' | 'print';
  /** RGBA, trimmed to what is seen. */
  raster: Raster;
  /** Share of its width on which a cut-out stands, 0–1. */
  footing: number;
  /** True when the picture's lower edge cuts through the subject. */
  cutBelow: boolean;
  reason: string;
}

const solidAlpha = 128;
/** Alpha that a baked-in shadow never reaches but a subject does. */
const subjectAlpha = 200;

/**
 * Frees a subject from its backdrop: by its alpha, else by flooding a plain backdrop; a busy photograph stays whole.
 *
 * Shape: `raster` RGBA, 8 bit, at most about 2 megapixels for speed.
 */
export const cutOut = (raster: Raster, hasTransparency: boolean): Subject => {
  if (hasTransparency && seesThrough(raster)) {
    return finished(carryColorOutwards(withoutBakedShadow(raster), 2), 'own transparency');
  }
  const small = shrinkTo(raster, 320);
  const model = fitBackdrop(small);
  if (model.plainShare < 0.7) return whole(raster, 'busy photograph, shown whole');
  // The first flood, in miniature, only finds out what the backdrop looks like in the middle.
  const flooded = floodBackdrop(raster, refitBackdrop(small, floodBackdrop(small, model)));
  const mask = withoutCrumbs(flooded, raster);
  const flaw = crumbFlaw(flooded, mask) ?? flawOf(mask, raster) ?? glassFlaw(mask, raster);
  if (flaw) return whole(raster, flaw);
  return finished(softenEdge(raster, mask), 'plain backdrop removed');
};

const glassFlaw = (mask: BackdropMask, raster: Raster): string | undefined =>
  isSeeThrough(mask, raster) ? 'partly see-through, shown whole' : undefined;

const seesThrough = ({ data }: Raster): boolean => {
  for (let i = 3; i < data.length; i += 4) if (data[i]! < 250) return true;
  return false;
};

const whole = (raster: Raster, reason: string): Subject => ({
  kind: 'print',
  raster,
  footing: 1,
  cutBelow: false,
  reason,
});

const finished = (raster: Raster, reason: string): Subject => {
  const box = visibleBox(raster);
  if (!box) return whole(raster, 'nothing would be left of it, shown whole');
  const trimmed = cropRaster(raster, box);
  const cutBelow =
    box.y + box.height === raster.height && rowCover(trimmed, trimmed.height - 1) > 0.3;
  return { kind: 'cutout', raster: trimmed, footing: footingOf(trimmed), cutBelow, reason };
};

/** Drops pieces that are nowhere solid: shadows painted into the alpha channel below a floating product. */
const withoutBakedShadow = ({ data, width, height }: Raster): Raster => {
  const clean = new Uint8Array(data);
  const seen = new Uint8Array(width * height);
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] || data[i * 4 + 3]! < 4) continue;
    const piece = spread(seen, width, height, [i], (j) => data[j * 4 + 3]! >= 4);
    const strongest = piece.reduce((most, j) => Math.max(most, data[j * 4 + 3]!), 0);
    if (strongest < subjectAlpha) for (const j of piece) clean[j * 4 + 3] = 0;
  }
  return { data: clean, width, height };
};

/** Gives specks of the subject's side back to the backdrop. */
const withoutCrumbs = (mask: BackdropMask, { width, height }: Raster): BackdropMask => {
  const clean = Uint8Array.from(mask);
  const seen = Uint8Array.from(mask);
  const pieces: number[][] = [];
  for (let i = 0; i < seen.length; i++) {
    if (!seen[i]) pieces.push(spread(seen, width, height, [i], (j) => mask[j] === 0));
  }
  const largest = Math.max(0, ...pieces.map(({ length }) => length));
  for (const piece of pieces) {
    if (piece.length < largest * 0.02) for (const i of piece) clean[i] = 1;
  }
  return clean;
};

const rowCover = ({ data, width }: Raster, row: number): number => {
  let solid = 0;
  for (let x = 0; x < width; x++) if (data[(row * width + x) * 4 + 3]! > solidAlpha) solid++;
  return solid / width;
};

/** How far above its lowest point a subject may stand, as a share of its height: a brush or a strap hangs lower. */
const highestFoot = 0.12;

/** Share of the columns that end within a twentieth of the subject's height, there where most of them do. */
const footingOf = ({ data, width, height }: Raster): number => {
  const ends = new Uint32Array(height + 1);
  for (let x = 0; x < width; x++) {
    let gap = 0;
    while (gap < height && data[((height - 1 - gap) * width + x) * 4 + 3]! <= solidAlpha) gap++;
    ends[gap]!++;
  }
  const reach = Math.max(1, Math.round(height * 0.05));
  let [standing, most] = [0, 0];
  for (let gap = 0; gap < reach + height * highestFoot && gap < height; gap++) {
    standing += ends[gap]! - (gap >= reach ? ends[gap - reach]! : 0);
    most = Math.max(most, standing);
  }
  return most / width;
};
