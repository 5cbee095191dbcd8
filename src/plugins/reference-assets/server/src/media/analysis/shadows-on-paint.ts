import { pixelsOf, type ColorCluster } from './color-clusters';
import type { ColorBin } from './color-histogram';

/** A shadow is darkest where it is named last: more than this of a picture is a colour of its own. */
const mostShare = 0.1;
const paintLead = 3;
/** How far a channel may be from an exact shade. Units: 0–255. */
const tolerance = 5;
/** Neighbouring shades of a ramp; less than the first is one shade, more than the second a gap. */
const oneShade = 0.012;
const noGap = 0.065;
const comparable = 0.25;

/** The factor by which a paint was darkened to give a colour; undefined when it is no shade of it. */
const shadeOf = (color: ColorBin['mean'], paint: ColorBin['mean']): number | undefined => {
  const total = paint[0] + paint[1] + paint[2];
  const factor = total > 0 ? (color[0] + color[1] + color[2]) / total : 1;
  const isShade = paint.every(
    (value, axis) => Math.abs(color[axis]! - factor * value) <= tolerance,
  );
  return isShade && factor < 1 ? factor : undefined;
};

const peakOf = (bins: readonly ColorBin[]): ColorBin =>
  bins.reduce((best, bin) => (bin.pixels > best.pixels ? bin : best));

/** Whether a group is one stretch of a ramp of shades of a paint, as a soft shadow on it is and no paint ever. */
const isStretch = (
  group: ColorCluster,
  paint: ColorBin['mean'],
  bins: readonly ColorBin[],
): boolean => {
  const peak = peakOf(group.bins);
  const factor = shadeOf(peak.mean, paint);
  if (factor === undefined || factor > 1 - oneShade) return false;
  return bins.some((bin) => {
    const other = shadeOf(bin.mean, paint);
    if (other === undefined || other > 1 - oneShade || bin.pixels < comparable * peak.pixels)
      return false;
    const step = Math.abs(other - factor);
    return step > oneShade && step < noGap;
  });
};

/** Leaves out the shadows that lie on the paints of a drawn picture. */
export const withoutShadows = (groups: ColorCluster[]): ColorCluster[] => {
  const total = groups.reduce((sum, group) => sum + pixelsOf(group.bins), 0);
  const bins = groups.flatMap((group) => group.bins);
  return groups.filter((group) => {
    const paints = groups.filter(({ pixels }) => pixels >= paintLead * group.pixels);
    return (
      group.pixels > mostShare * total ||
      !paints.some((paint) => isStretch(group, peakOf(paint.bins).mean, bins))
    );
  });
};
