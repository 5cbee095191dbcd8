import { countColors, type ColorBin } from './color-histogram';
import { clusterColors, joinClusters, pixelsOf, type ColorCluster } from './color-clusters';
import { hexOf, nameOfColor } from './color-names';
import { squaredDistance } from './oklab';
import { withoutShadows } from './shadows-on-paint';
import type { Raster } from './raster';

/** One of the colours a picture is made of. */
export interface DominantColor {
  rgb: [number, number, number];
  hex: string;
  name: string;
  /** Fraction of the visible area, 0–1. */
  share: number;
}

/** Clusters closer than this in OKLab are one colour: of paint, where all differences are meant … */
const SAME_PAINT = 0.05;
/** … and of things seen in light and shade. */
const SAME_THING = 0.1;
/** Bins this close to a cluster's densest bin make up its colour. */
const AROUND_PEAK = 0.03;
const LEAST_SHARE = 0.015;
const MOST_COLORS = 6;

const peakOf = ({ bins }: ColorCluster): ColorBin =>
  bins.reduce((best, bin) => (bin.pixels > best.pixels ? bin : best));

const aroundPeak = (group: ColorCluster): ColorBin[] => {
  const { lab } = peakOf(group);
  return group.bins.filter((bin) => squaredDistance(bin.lab, lab) < AROUND_PEAK ** 2);
};

/** Joins clusters that the eye takes for one colour, the closest pair first. */
const mergeAlike = (clusters: ColorCluster[], within: number): ColorCluster[] => {
  const merged = [...clusters];
  for (;;) {
    let pair: [number, number] | undefined;
    let least = within ** 2;
    for (let i = 0; i < merged.length; i += 1) {
      for (let j = i + 1; j < merged.length; j += 1) {
        const distance = squaredDistance(merged[i]!.centre, merged[j]!.centre);
        if (distance < least) [pair, least] = [[i, j], distance];
      }
    }
    if (!pair) return merged;
    const [absorbed] = merged.splice(pair[1], 1);
    merged[pair[0]] = joinClusters(merged[pair[0]]!, absorbed!);
  }
};

/** Share of a cluster that lies at its densest colour: near 1 for paint, low for the smear of a shadow. */
const solidity = (group: ColorCluster): number => pixelsOf(aroundPeak(group)) / group.pixels;

/** Whether most of a picture lies at few exact colours, as drawn ones do and photographs do not. */
const isPainted = (clusters: ColorCluster[]): boolean =>
  clusters.reduce((sum, group) => sum + peakOf(group).pixels, 0) /
    clusters.reduce((sum, { pixels }) => sum + pixels, 0) >=
  0.6;

/** Clusters worth naming: in a painted picture, what is no exact colour is a shadow or a glow between them. */
const meaningful = (clusters: ColorCluster[]): ColorCluster[] =>
  isPainted(clusters)
    ? withoutShadows(mergeAlike(clusters, SAME_PAINT)).filter((group) => solidity(group) > 0.5)
    : mergeAlike(clusters, SAME_THING);

const describe = (group: ColorCluster, total: number): DominantColor => {
  const bins = aroundPeak(group);
  const weight = pixelsOf(bins);
  const mean = (axis: 0 | 1 | 2): number =>
    Math.round(bins.reduce((sum, bin) => sum + bin.mean[axis] * bin.pixels, 0) / weight);
  const rgb: [number, number, number] = [mean(0), mean(1), mean(2)];
  return { rgb, hex: hexOf(rgb), name: nameOfColor(rgb), share: group.pixels / total };
};

/**
 * The colours a picture is made of, at most six, the largest first.
 *
 * k-means in OKLab with fixed seeding; each colour is where its cluster is densest, so that shading does not dull it.
 * Transparent pixels, anti-aliasing and hairlines do not count. Empty when nothing is visible.
 * Units:  `share` is a fraction of the counted area; the shares sum to at most 1.
 */
export const dominantColors = (raster: Raster): DominantColor[] => {
  const bins = countColors(raster);
  if (bins.length === 0) return [];
  const total = pixelsOf(bins);
  return meaningful(clusterColors(bins))
    .filter(({ pixels }) => pixels / total >= LEAST_SHARE)
    .sort((a, b) => b.pixels - a.pixels)
    .slice(0, MOST_COLORS)
    .map((group) => describe(group, total));
};

/** Distinct colour names of a picture, the most prominent first. */
export const colorNames = (colors: DominantColor[]): string[] => {
  const shares = new Map<string, number>();
  for (const { name, share } of colors) shares.set(name, (shares.get(name) ?? 0) + share);
  return [...shares].sort(([, a], [, b]) => b - a).map(([name]) => name);
};
