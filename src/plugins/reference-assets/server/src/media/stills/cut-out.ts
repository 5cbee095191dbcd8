import { shrinkTo, type Raster } from '../analysis/raster';
import { fitBackdrop, refitBackdrop } from './backdrop-model';
import { floodBackdrop, spread, type BackdropMask } from './flood-matte';
import { carryColorOutwards, softenEdge } from './soft-edge';
import type { Box } from './still-request';

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
  const flaw = crumbFlaw(flooded, mask) ?? flawOf(mask, raster);
  if (flaw) return whole(raster, flaw);
  return finished(softenEdge(raster, mask), 'plain backdrop removed');
};

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
  const trimmed = crop(raster, box);
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

/** Many crumbs mean that the flood ran through something see-through, such as glass. */
const crumbFlaw = (before: BackdropMask, after: BackdropMask): string | undefined => {
  let [crumbs, subject] = [0, 0];
  for (let i = 0; i < after.length; i++) {
    if (!after[i]) subject++;
    else if (!before[i]) crumbs++;
  }
  return crumbs > subject * 0.018 ? 'see-through or broken outline, shown whole' : undefined;
};

/** Why a cut-out would look wrong; undefined when it is clean. */
const flawOf = (mask: BackdropMask, { width, height }: Raster): string | undefined => {
  const share = mask.reduce((sum, value) => sum + (value ? 0 : 1), 0) / mask.length;
  if (share < 0.015) return 'hardly differs from its backdrop, shown whole';
  if (share > 0.93) return 'fills its picture, shown whole';
  const sides: [string, number][] = [
    ['top', edgeCover(mask, width, height, 0, 1)],
    ['left', edgeCover(mask, height, width, 0, width)],
    ['right', edgeCover(mask, height, width, width - 1, width)],
    ['bottom', edgeCover(mask, width, height, (height - 1) * width, 1)],
  ];
  const cut = sides.find(([side, cover]) => cover > (side === 'bottom' ? 0.45 : 0.2));
  if (cut) return `cut by its picture's ${cut[0]} edge, shown whole`;
  if (raggedness(miniature(mask, width, height)) > 0.04) return 'no clean outline to be found, shown whole';
  return undefined;
};

const edgeCover = (
  mask: BackdropMask,
  length: number,
  _across: number,
  start: number,
  step: number,
): number => {
  let subject = 0;
  for (let k = 0; k < length; k++) if (!mask[start + k * step]) subject++;
  return subject / length;
};

interface Silhouette {
  /** 1 where the subject is. */
  cells: Uint8Array;
  width: number;
  height: number;
}

const miniature = (mask: BackdropMask, width: number, height: number): Silhouette => {
  const step = Math.max(1, Math.floor(Math.max(width, height) / 320));
  const small = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
  const cells = new Uint8Array(small.width * small.height);
  for (let y = 0, i = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step, i++) cells[i] = mask[y * width + x] ? 0 : 1;
  }
  return { cells, ...small };
};

/** Share that closing small bites would add to the subject: ragged outlines have many, clean ones few. */
const raggedness = ({ cells, width, height }: Silhouette): number => {
  const radius = Math.max(2, Math.round(Math.min(width, height) * 0.012));
  const grown = extreme(cells, width, height, radius, Math.max, 0);
  const closed = extreme(grown, width, height, radius, Math.min, 1);
  let [before, added] = [0, 0];
  for (let i = 0; i < cells.length; i++) {
    before += cells[i]!;
    if (closed[i] && !cells[i]) added++;
  }
  return added / Math.max(1, before);
};

const extreme = (
  values: Uint8Array,
  width: number,
  height: number,
  radius: number,
  pick: (a: number, b: number) => number,
  outside: number,
): Uint8Array => {
  const pass = (input: Uint8Array, along: number, lines: number, step: number, jump: number) => {
    const output = new Uint8Array(input.length);
    for (let line = 0; line < lines; line++) {
      for (let k = 0; k < along; k++) {
        let value = input[line * jump + k * step]!;
        for (let d = -radius; d <= radius && value !== 1 - outside; d++) {
          const at = k + d;
          if (at >= 0 && at < along) value = pick(value, input[line * jump + at * step]!);
        }
        output[line * jump + k * step] = value;
      }
    }
    return output;
  };
  return pass(pass(values, width, height, 1, width), height, width, width, 1);
};

/** Smallest box around everything that is seen. */
export const visibleBox = ({ data, width, height }: Raster): Box | null => {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, i = 3; y < height; y++) {
    for (let x = 0; x < width; x++, i += 4) {
      if (data[i]! < 12) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return null;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
};

const crop = ({ data, width }: Raster, box: Box): Raster => {
  const cropped = new Uint8Array(box.width * box.height * 4);
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * width + box.x) * 4;
    cropped.set(data.subarray(from, from + box.width * 4), row * box.width * 4);
  }
  return { data: cropped, width: box.width, height: box.height };
};

const rowCover = ({ data, width }: Raster, row: number): number => {
  let solid = 0;
  for (let x = 0; x < width; x++) if (data[(row * width + x) * 4 + 3]! > solidAlpha) solid++;
  return solid / width;
};

/** Share of the columns that come down to within a twentieth of the subject's height of its lowest point. */
const footingOf = ({ data, width, height }: Raster): number => {
  const reach = Math.max(1, Math.round(height * 0.05));
  let standing = 0;
  for (let x = 0; x < width; x++) {
    for (let y = height - reach; y < height; y++) {
      if (y < 0 || data[(y * width + x) * 4 + 3]! <= solidAlpha) continue;
      standing++;
      break;
    }
  }
  return standing / width;
};
