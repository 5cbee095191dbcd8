import { inflated, turned } from './inflate';
import type { Picture } from './picture';
import { blurred, cutOut, type Sheet } from './plane';
import { linearTable } from './studio';

const { ceil, max, round } = Math;

const lightOf = linearTable;

/** One sheet of material laid onto an object. */
export interface Piece {
  /** SVG fragment: its paint is the material's colour, its alpha the sheet's shape. */
  svg: string;
  /** Thickness and width of the rounded edge, px. */
  rise?: number;
  round?: number;
  /** Large volume that replaces the one below and its steps: 1 makes a disc a half sphere. */
  inflate?: number;
  /** The same for a solid of revolution around an upright axis. */
  turn?: number;
  /** A flat top at this height, px, that hides all steps below. */
  level?: number;
  /** Surface height, px, at a pixel; covers the surface below. */
  grain?: (x: number, y: number) => number;
  gloss?: number;
  metal?: number;
  /** Strength (0-1) and width, px, of the shadow it throws on what is below. */
  shade?: number;
  shadeWidth?: number;
}

/** What lies on the table so far, one plane a property. */
export interface Relief {
  width: number;
  height: number;
  form: Float32Array;
  steps: Float32Array;
  grain: Float32Array;
  red: Float32Array;
  green: Float32Array;
  blue: Float32Array;
  alpha: Float32Array;
  gloss: Float32Array;
  metal: Float32Array;
  light: Float32Array;
}

export const createRelief = (width: number, height: number): Relief => {
  const plane = () => new Float32Array(width * height);
  return {
    width,
    height,
    form: plane(),
    steps: plane(),
    grain: plane(),
    red: plane(),
    green: plane(),
    blue: plane(),
    alpha: plane(),
    gloss: plane(),
    metal: plane(),
    light: plane().fill(1),
  };
};

const throwShadow = (relief: Relief, sheet: Sheet, piece: Piece) => {
  const strength = piece.shade ?? 0;
  if (strength === 0) return;
  const reach = piece.shadeWidth ?? 8;
  const soft = blurred(sheet.values, sheet.width, reach / 2);
  const down = round(reach * 0.6);
  const right = down >> 1;
  for (let y = down; y < sheet.height; y += 1) {
    const row = (sheet.top + y) * relief.width + sheet.left;
    for (let x = right; x < sheet.width; x += 1)
      relief.light[row + x] *= 1 - strength * soft[(y - down) * sheet.width + x - right];
  }
};

const paint = (relief: Relief, { pixels }: Picture, sheet: Sheet) => {
  const { red, green, blue, light, alpha, width } = relief;
  for (let y = 0, at = 0; y < sheet.height; y += 1) {
    let i = (sheet.top + y) * width + sheet.left;
    for (let x = 0; x < sheet.width; x += 1, i += 1, at += 1) {
      const a = sheet.values[at];
      if (a <= 0) continue;
      const keep = 1 - a;
      red[i] = red[i] * keep + lightOf[pixels[i * 4]] * a;
      green[i] = green[i] * keep + lightOf[pixels[i * 4 + 1]] * a;
      blue[i] = blue[i] * keep + lightOf[pixels[i * 4 + 2]] * a;
      light[i] = light[i] * keep + a;
      alpha[i] = alpha[i] * keep + a;
    }
  }
};

/** The piece's large volume at each pixel of its sheet, or nothing when it follows what is below. */
const volumeOf = (piece: Piece, sheet: Sheet): Float32Array | undefined => {
  if (piece.level !== undefined) return new Float32Array(sheet.values.length).fill(piece.level);
  const swell = piece.turn ?? piece.inflate;
  if (swell === undefined) return undefined;
  const volume = piece.turn === undefined ? inflated(sheet) : turned(sheet);
  return volume.map((height) => height * swell);
};

const edgeOf = ({ rise = 0, round = 3 }: Piece, { values, width }: Sheet) =>
  rise === 0 ? values : blurred(values, width, max(1, round / 2));

const settle = (relief: Relief, piece: Piece, sheet: Sheet) => {
  const { rise = 0, grain, gloss = 0, metal = 0 } = piece;
  const { form, steps } = relief;
  const edge = edgeOf(piece, sheet);
  const volume = volumeOf(piece, sheet);
  for (let y = 0, at = 0; y < sheet.height; y += 1) {
    let i = (sheet.top + y) * relief.width + sheet.left;
    for (let x = 0; x < sheet.width; x += 1, i += 1, at += 1) {
      const a = sheet.values[at];
      if (a <= 0) continue;
      const keep = 1 - a;
      if (volume) {
        form[i] = form[i] * keep + volume[at] * a;
        steps[i] *= keep;
      }
      const t = edge[at] <= 0.5 ? 0 : (edge[at] - 0.5) * 2;
      steps[i] += a * rise * t * (2 - t);
      const rough = grain ? grain(sheet.left + x, sheet.top + y) : 0;
      relief.grain[i] = relief.grain[i] * keep + rough * a;
      relief.gloss[i] = relief.gloss[i] * keep + gloss * a;
      relief.metal[i] = relief.metal[i] * keep + metal * a;
    }
  }
};

/** Lays a piece, whose picture is already drawn, on top of everything laid before. */
export const lay = (relief: Relief, piece: Piece, picture: Picture): void => {
  const margin = ceil(3 + 2 * max(piece.round ?? 3, piece.shadeWidth ?? 8));
  const sheet = cutOut(picture, margin);
  throwShadow(relief, sheet, piece);
  settle(relief, piece, sheet);
  paint(relief, picture, sheet);
};
