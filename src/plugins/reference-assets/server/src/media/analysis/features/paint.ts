import { oklabOf, squaredDistance } from '../oklab';
import { countColors, type ColorBin } from '../color-histogram';
import type { View } from './view';

const SAME_PAINT = 0.03;
const PAINTS = 6;
const STEP = 9;
const HARD = 40;

/** Shares of the pixels that lie around the densest colours, one after the other. */
const peakShares = (bins: ColorBin[]): number[] => {
  const total = bins.reduce((sum, { pixels }) => sum + pixels, 0) || 1;
  let left = bins;
  const found: number[] = [];
  while (found.length < PAINTS && left.length > 0) {
    const peak = left.reduce((best, bin) => (bin.pixels > best.pixels ? bin : best));
    const isPeak = (bin: ColorBin): boolean => squaredDistance(bin.lab, peak.lab) < SAME_PAINT ** 2;
    const around = left.filter(isPeak);
    found.push(around.reduce((sum, { pixels }) => sum + pixels, 0) / total);
    left = left.filter((bin) => !isPeak(bin));
  }
  return found;
};

/** The colours of the subject alone. */
const subjectBins = (view: View): ColorBin[] => {
  const bins = countColors(view.raster);
  if (view.border.uniform < 0.7 || view.border.transparent > 0.5) return bins;
  const ground = oklabOf(...view.border.rgb);
  const rest = bins.filter((bin) => squaredDistance(bin.lab, ground) > 0.05 ** 2);
  return rest.length > 0 ? rest : bins;
};

/** How far colour carries without drifting: pairs of subject pixels a few px apart, alike, drifted or cut. */
const carry = ({ data, subject, width, height }: View) => {
  let alike = 0;
  let pairs = 0;
  let drift = 0;
  let hardSum = 0;
  let sum = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0, p = y * width; x < width - STEP; x += 1, p += 1) {
      if (subject[p] === 0) continue;
      let near = 0;
      let far = 0;
      for (let c = 0; c < 3; c += 1) {
        near = Math.max(near, Math.abs(data[p * 4 + c]! - data[p * 4 + 4 + c]!));
        far = Math.max(far, Math.abs(data[p * 4 + c]! - data[(p + STEP) * 4 + c]!));
      }
      sum += near;
      if (near > HARD) hardSum += near;
      if (subject[p + STEP] === 0) continue;
      pairs += 1;
      if (far <= 4) alike += 1;
      else if (far <= HARD) drift += 1;
    }
  }
  const total = Math.max(1, pairs);
  return { carry: alike / total, drift: drift / total, hardVariation: hardSum / Math.max(1, sum) };
};

/** Whether the subject is made of a few exact paints, or of shades. Shape: shares 0–1. */
export const paintFeatures = (view: View) => {
  const peaks = peakShares(subjectBins(view));
  const upTo = (count: number): number => peaks.slice(0, count).reduce((a, b) => a + b, 0);
  return {
    paintOne: upTo(1),
    paintTwo: upTo(2),
    paintFour: upTo(4),
    paintSix: upTo(6),
    ...carry(view),
  };
};
