import type { ColorBin } from './color-histogram';
import { squaredDistance, type Oklab } from './oklab';

const CLUSTERS = 12;
const ROUNDS = 10;

/** Bins of colours that belong together. */
export interface ColorCluster {
  centre: Oklab;
  bins: ColorBin[];
  pixels: number;
}

/** Pixels counted in these bins. */
export const pixelsOf = (bins: ColorBin[]): number =>
  bins.reduce((sum, { pixels }) => sum + pixels, 0);

const clusterOf = (bins: ColorBin[]): ColorCluster => {
  const pixels = pixelsOf(bins);
  const mean = (axis: 0 | 1 | 2): number =>
    bins.reduce((sum, bin) => sum + bin.lab[axis] * bin.pixels, 0) / pixels;
  return { bins, pixels, centre: [mean(0), mean(1), mean(2)] };
};

/** One cluster of the bins of two. */
export const joinClusters = (one: ColorCluster, other: ColorCluster): ColorCluster =>
  clusterOf([...one.bins, ...other.bins]);

/** First centres: the heaviest bin, then always the bin that is both heavy and far from those chosen. */
const seedCentres = (bins: ColorBin[]): Oklab[] => {
  let chosen = bins.reduce((best, bin) => (bin.pixels > best.pixels ? bin : best));
  const centres: Oklab[] = [chosen.lab];
  const nearest = new Float64Array(bins.length).fill(Infinity);
  while (centres.length < CLUSTERS) {
    let most = 0;
    const last = chosen.lab;
    for (let i = 0; i < bins.length; i += 1) {
      const bin = bins[i]!;
      nearest[i] = Math.min(nearest[i]!, squaredDistance(bin.lab, last));
      const pull = nearest[i]! * bin.pixels;
      if (pull > most) {
        chosen = bin;
        most = pull;
      }
    }
    if (most === 0) break;
    centres.push(chosen.lab);
  }
  return centres;
};

/** Numbers the nearest centre of every bin; tells whether any bin changed sides. */
const assign = (lab: Float64Array, centres: Float64Array, sides: Uint8Array): boolean => {
  let changed = false;
  for (let i = 0, k = 0; i < sides.length; i += 1, k += 3) {
    let best = 0;
    let least = Infinity;
    for (let c = 0; c < centres.length; c += 3) {
      const dl = lab[k]! - centres[c]!;
      const da = lab[k + 1]! - centres[c + 1]!;
      const db = lab[k + 2]! - centres[c + 2]!;
      const distance = dl * dl + da * da + db * db;
      if (distance < least) {
        best = c;
        least = distance;
      }
    }
    if (sides[i] !== best) changed = true;
    sides[i] = best;
  }
  return changed;
};

const flat = (colors: Oklab[]): Float64Array => {
  const out = new Float64Array(colors.length * 3);
  for (let i = 0; i < colors.length; i += 1) out.set(colors[i]!, i * 3);
  return out;
};

/** Weighted k-means over colour bins in OKLab, seeded without chance. */
export const clusterColors = (bins: ColorBin[]): ColorCluster[] => {
  const lab = flat(bins.map((bin) => bin.lab));
  const sides = new Uint8Array(bins.length).fill(255);
  let centres = seedCentres(bins);
  let clusters: ColorCluster[] = [];
  for (let round = 0; round < ROUNDS && assign(lab, flat(centres), sides); round += 1) {
    const groups: ColorBin[][] = centres.map(() => []);
    bins.forEach((bin, i) => groups[sides[i]! / 3]!.push(bin));
    clusters = groups.filter((group) => group.length > 0).map(clusterOf);
    centres = clusters.map(({ centre }) => centre);
  }
  return clusters;
};
