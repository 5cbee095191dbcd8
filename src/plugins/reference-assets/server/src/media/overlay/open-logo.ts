import { openPicture } from '../decode';
import { chromaOf, oklabOf } from '../analysis/oklab';
import { hasTranslucentPixels, type Raster } from '../analysis/raster';
import { fitBackdrop } from '../stills/backdrop-model';
import { floodBackdrop } from '../stills/flood-matte';
import { unmixGround } from './unmix-ground';
import { cropRaster, visibleBox } from '../stills/visible-part';

/** A logo ready to be laid over a picture. */
export interface Logo {
  /** RGBA, trimmed to what is seen. */
  raster: Raster;
  /** How it came by its transparency; `opaque` logos keep their own ground. */
  ground: 'transparent' | 'removed' | 'opaque';
}

/** Long side at which logos are worked on, px; more than any placement needs. */
const workingSide = 1024;

/**
 * Opens a logo; a plain ground around an opaque one is removed when that leaves no doubtful holes in it.
 *
 * Throws: `MediaRefusal` when the file is no readable picture.
 */
export const openLogo = async (path: string): Promise<Logo> => {
  const { raster } = await openPicture(path, { longSide: workingSide });
  if (hasTranslucentPixels(raster)) return trimmed(raster, 'transparent');
  const freed = withoutGround(raster);
  return freed ? trimmed(freed, 'removed') : { raster, ground: 'opaque' };
};

const trimmed = (raster: Raster, ground: Logo['ground']): Logo => {
  const box = visibleBox(raster);
  return { raster: box ? cropRaster(raster, box) : raster, ground };
};

/**
 * The logo without its plain ground; null when it is unclear what belongs to it.
 *
 * The inside of an "O" has the ground's colour and cannot be told from white paint. It is taken out when the logo is
 * of one colour, left when hardly any is there, and otherwise the logo keeps its ground.
 */
const withoutGround = (raster: Raster): Raster | null => {
  const model = fitBackdrop(raster);
  if (model.plainShare < 0.75 || model.spread > 0.02) return null;
  const mask = floodBackdrop(raster, model, 'drawn');
  const { enclosed, subject } = countEnclosed(raster, mask);
  if (subject === 0) return null;
  if (enclosed.length > subject * 0.004) {
    if (!isOneColor(raster, mask, enclosed)) return null;
    for (const i of enclosed) mask[i] = 1;
  }
  return unmixGround(raster, mask, model);
};

const colorAt = ({ data }: Raster, i: number) =>
  oklabOf(data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!);

/** Pixels inside the logo that look like its ground, taken from the picture's corner. */
const countEnclosed = (raster: Raster, mask: Uint8Array) => {
  const ground = colorAt(raster, 0);
  const enclosed: number[] = [];
  let subject = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]) continue;
    subject++;
    const [l, a, b] = colorAt(raster, i);
    const gap = (l - ground[0]) ** 2 + (a - ground[1]) ** 2 + (b - ground[2]) ** 2;
    if (gap < 0.06 ** 2) enclosed.push(i);
  }
  return { enclosed, subject };
};

const isOneColor = (raster: Raster, mask: Uint8Array, enclosed: readonly number[]): boolean => {
  const inside = new Set(enclosed);
  const sums = [0, 0, 0, 0];
  const colors: (readonly number[])[] = [];
  for (let i = 0; i < mask.length; i += 3) {
    if (mask[i] || inside.has(i)) continue;
    const color = colorAt(raster, i);
    colors.push(color);
    color.forEach((part, k) => (sums[k]! += part));
  }
  const mean = sums.map((sum) => sum / Math.max(1, colors.length));
  const stray = colors.filter(
    ([, a = 0, b = 0]) => chromaOf([0, a - mean[1]!, b - mean[2]!]) > 0.09,
  );
  return stray.length < colors.length * 0.06;
};
