import type { LogoPosition } from '../../../../shared/contracts/vocabulary';
import { oklabOf, type Oklab } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import { grown, overlapOf } from '../stills/boxes';
import type { Box, Size } from '../stills/still-request';
import { lookAt, type Frame } from './frame-regions';

/** What a logo's place depends on. */
export interface LogoPlacementRequest {
  /** Frames of the shot that are looked at; all of one size, which may be smaller than the frame's. */
  frames: readonly Frame[];
  /** The frame that px are counted on; the frames' own size unless told. */
  frameSize?: Size;
  /** Forms of the logo, e.g. one for dark and one for light grounds. */
  variants: readonly Raster[];
  /** The person's wish; it is always followed. */
  preference?: LogoPosition | null;
  /** The product, wherever it is during the shot. */
  productBox?: Box | readonly Box[] | null;
  /** Other areas to keep clear of: words, faces. */
  avoid?: readonly Box[];
  /** Most of the frame's width the logo takes, 0–0.5; 0.15 unless told. */
  widthRatio?: number;
  /** Distance from the edges as a share of the frame's shorter side, 0–0.25; 0.045 unless told. */
  marginRatio?: number;
}

/** A logo's place on a frame, px from the top-left corner, even so that chroma stays in step. */
export interface LogoPlacement extends Box {
  variantIndex: number;
  position: LogoPosition;
  reasons: string[];
}

/** Positions that are tried without a wish; the middle of the frame belongs to the product. */
const freePositions: readonly LogoPosition[] = [
  'bottom-right',
  'top-right',
  'bottom-left',
  'top-left',
  'bottom-center',
  'top-center',
];

/**
 * Chooses place and form of a logo: the wish if there is one, else calm ground, contrast and distance from the product.
 *
 * Units:  px; the logo's height is at most .95 × `widthRatio` of the frame's, a seventh by default.
 * Throws: `RangeError` without frames or forms, or when the logo with its margin does not fit.
 */
export const placeLogo = (request: LogoPlacementRequest): LogoPlacement => {
  const { frames, variants, preference } = request;
  const frame = request.frameSize ?? frames[0];
  if (!frame || frames.length === 0 || variants.length === 0)
    throw new RangeError('a logo needs a frame and one form');
  const positions = preference ? [preference] : freePositions;
  const candidates = positions.flatMap((position, order) =>
    variants.map((variant, variantIndex) => {
      const box = boxAt(position, sizeOf(variant, frame, request), frame, request);
      // Earlier positions win ties, so that logos of similar shots stand in the same place.
      return { ...judge(request, variant, box, frame), box, position, variantIndex, order };
    }),
  );
  const best = candidates.reduce((one, other) =>
    other.score - other.order * 0.015 > one.score - one.order * 0.015 ? other : one,
  );
  const wish = preference ? [`position asked for: ${preference}`] : [];
  return {
    ...best.box,
    position: best.position,
    variantIndex: best.variantIndex,
    reasons: [...wish, ...best.reasons],
  };
};

const even = (value: number): number => Math.max(0, Math.round(value / 2) * 2);

const sizeOf = (
  variant: Raster,
  frame: Size,
  { widthRatio = 0.15 }: LogoPlacementRequest,
): Size => {
  const ratio = Math.min(0.5, Math.max(0.01, widthRatio));
  const scale = Math.min(
    (ratio * frame.width) / variant.width,
    (ratio * 0.95 * frame.height) / variant.height,
  );
  const floorEven = (value: number) => Math.max(2, Math.floor(value / 2) * 2);
  return { width: floorEven(variant.width * scale), height: floorEven(variant.height * scale) };
};

const boxAt = (
  position: LogoPosition,
  { width, height }: Size,
  frame: Size,
  { marginRatio = 0.045 }: LogoPlacementRequest,
): Box => {
  const margin = Math.min(0.25, Math.max(0, marginRatio)) * Math.min(frame.width, frame.height);
  if (width + 2 * margin > frame.width || height + 2 * margin > frame.height) {
    throw new RangeError(`a ${width}×${height} px logo with its margin does not fit in the frame`);
  }
  const x = position.endsWith('left')
    ? margin
    : position.endsWith('right')
      ? frame.width - margin - width
      : (frame.width - width) / 2;
  const y = position.startsWith('top')
    ? margin
    : position.startsWith('bottom')
      ? frame.height - margin - height
      : (frame.height - height) / 2;
  const within = (value: number, most: number) => Math.min(even(value), Math.floor(most / 2) * 2);
  return { x: within(x, frame.width - width), y: within(y, frame.height - height), width, height };
};

const judge = (request: LogoPlacementRequest, variant: Raster, box: Box, frame: Size) => {
  const { frames, productBox, avoid = [] } = request;
  const clearSpace = Math.round(Math.min(box.width, box.height) * 0.25);
  const look = lookAt(frames, grown(box, clearSpace), frame);
  const contrast = Math.min(...look.means.map((mean) => contrastOf(variant, mean)));
  const calm = Math.max(0, 1 - look.unrest / 0.22);
  const products = productBox ? [productBox].flat() : [];
  const worst = (areas: readonly Box[], of: Box) =>
    Math.max(0, ...areas.map((area) => overlapOf(of, area)));
  const covered = worst(products, grown(box, clearSpace));
  const blocked = worst(avoid, box);
  const score = 0.4 * calm + 0.45 * contrast - 1.2 * covered - 1.5 * blocked - 0.5 * look.skin;
  return { score, reasons: reasonsOf({ calm, contrast, covered, blocked, skin: look.skin }) };
};

const reasonsOf = (parts: Record<'calm' | 'contrast' | 'covered' | 'blocked' | 'skin', number>) => {
  const share = (value: number) => `${Math.round(value * 100)} %`;
  return [
    `calm ground ${share(parts.calm)}`,
    `contrast ${share(parts.contrast)}`,
    parts.covered > 0 ? `touches the product (${share(parts.covered)})` : 'clear of the product',
    ...(parts.blocked > 0 ? [`covers a reserved area (${share(parts.blocked)})`] : []),
    // By colour alone: a face would show it, and so would bare wood.
    ...(parts.skin > 0.2 ? [`on colours of skin (${share(parts.skin)})`] : []),
  ];
};

/** How well a logo is told from a ground, 0–1: its visible pixels' distance, the weakest fifth counting half. */
const contrastOf = ({ data }: Raster, ground: Oklab): number => {
  const distances: number[] = [];
  const step = 4 * Math.max(1, Math.floor(data.length / 4 / 4000));
  for (let o = 0; o < data.length; o += step) {
    if (data[o + 3]! < 128) continue;
    const [l, a, b] = oklabOf(data[o]!, data[o + 1]!, data[o + 2]!);
    const gap = Math.sqrt(
      (l - ground[0]) ** 2 + 1.5 * ((a - ground[1]) ** 2 + (b - ground[2]) ** 2),
    );
    distances.push(Math.min(1, gap / 0.45));
  }
  if (distances.length === 0) return 0;
  distances.sort((one, other) => one - other);
  const mean = distances.reduce((sum, value) => sum + value, 0) / distances.length;
  return (mean + distances[Math.floor(distances.length / 5)]!) / 2;
};
