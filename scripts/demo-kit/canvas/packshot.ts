import { rasterise, type Picture } from './picture';
import { blurred } from './plane';
import { createRelief, lay, type Piece, type Relief } from './relief';
import { studioLight, toCode } from './studio';

const { max, round, sqrt } = Math;

/** How the light falls; the ground is what comes back from below. */
export interface Lighting {
  key: number;
  sky: number;
  ground: number;
  /** How much hollows darken. */
  hollow: number;
}

const PACKSHOT: Lighting = { key: 0.72, sky: 0.5, ground: 0.22, hollow: 1 };
const KEY = { x: -0.42, y: -0.68, z: 0.6 };
const STEEPEST = 2.4;

// Local names, and results in variables: this runs for every pixel, where an object each would cost more than the light.
const mirrorOf = studioLight;
const codeOf = toCode;
let diffuse = 0;
let mirror = 0;
let glint = 0;

const surface = (relief: Relief) => {
  const height = new Float32Array(relief.form.length);
  for (let i = 0; i < height.length; i += 1)
    height[i] = relief.form[i] + relief.steps[i] + relief.grain[i];
  return height;
};

/** Diffuse light, then mirror light, on one pixel's slope; `open` is 0 in a hollow, 1 in the open. */
const shine = (dx: number, dy: number, gloss: number, open: number, lighting: Lighting) => {
  const nz = 1 / sqrt(dx * dx + dy * dy + 1);
  const nx = -dx * nz;
  const ny = -dy * nz;
  const facing = max(0, (nx * KEY.x + ny * KEY.y + nz * KEY.z + 0.22) / 1.22);
  const dome = lighting.ground + (lighting.sky - lighting.ground) * (0.5 - 0.5 * ny);
  diffuse = lighting.key * facing * (0.35 + 0.65 * open) + dome * open;
  mirror = mirrorOf(2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1, 1 - gloss) * (0.4 + 0.6 * open);
  glint = mirror * gloss * (0.045 + 0.5 * (1 - nz) ** 3);
};

const steep = (slope: number) =>
  slope > STEEPEST ? STEEPEST : slope < -STEEPEST ? -STEEPEST : slope;

/** Pixels of a relief under studio light: diffuse light, hollows, soft mirror images of the lamps. */
export const light = (relief: Relief, lighting: Lighting = PACKSHOT): Picture => {
  const { width, height, red, green, blue, alpha, gloss, metal } = relief;
  const top = surface(relief);
  const near = blurred(top, width, 4, 2);
  const far = blurred(top, width, 16, 2);
  const pixels = new Uint8Array(width * height * 4);
  for (let i = width + 1; i < width * (height - 1) - 1; i += 1) {
    if (alpha[i] <= 0.002) continue;
    const dx = steep((top[i + 1] - top[i - 1]) / 2);
    const dy = steep((top[i + width] - top[i - width]) / 2);
    const depth = max(0, near[i] - top[i]) / 5 + max(0, far[i] - top[i]) / 22;
    shine(dx, dy, gloss[i], relief.light[i] / (1 + lighting.hollow * depth), lighting);
    const body = diffuse * (1 - metal[i]) + mirror * metal[i] * 1.15;
    pixels[i * 4] = codeOf(red[i] * body + glint);
    pixels[i * 4 + 1] = codeOf(green[i] * body + glint);
    pixels[i * 4 + 2] = codeOf(blue[i] * body + glint);
    pixels[i * 4 + 3] = round(alpha[i] * 255);
  }
  return { width, height, pixels };
};

const scaled = (piece: Piece, scale: number): Piece => {
  const { rise = 0, round = 3, shadeWidth = 8, level, grain } = piece;
  return {
    ...piece,
    rise: rise * scale,
    round: round * scale,
    shadeWidth: shadeWidth * scale,
    level: level === undefined ? undefined : level * scale,
    grain: grain && ((x, y) => grain(x / scale, y / scale) * scale),
  };
};

interface Shot {
  lighting?: Lighting;
  /** Finished px for each px of the drawing. */
  scale?: number;
}

/** Picture of an object built from pieces, bottom first, on a transparent ground. */
export const packshot = async (
  width: number,
  height: number,
  pieces: Piece[],
  { lighting, scale = 1 }: Shot = {},
): Promise<Picture> => {
  const pictures = await Promise.all(pieces.map(({ svg }) => rasterise(svg, width, height, scale)));
  const relief = createRelief(pictures[0].width, pictures[0].height);
  pieces.forEach((piece, i) =>
    lay(relief, scale === 1 ? piece : scaled(piece, scale), pictures[i]),
  );
  return light(relief, lighting);
};
