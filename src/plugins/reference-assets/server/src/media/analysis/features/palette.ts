import type { View } from './view';

const BITS = 4;

/** Shares of the colours of a palette, the largest first. */
const shares = (counts: Uint32Array): number[] => {
  const present: number[] = [];
  let total = 0;
  for (let key = 0; key < counts.length; key += 1) {
    if (counts[key] === 0) continue;
    present.push(counts[key]!);
    total += counts[key]!;
  }
  return present.sort((a, b) => b - a).map((count) => count / total);
};

const mass = (ranked: number[], colors: number): number =>
  ranked.slice(0, colors).reduce((sum, share) => sum + share, 0);

const entropy = (ranked: number[]): number =>
  -ranked.reduce((sum, share) => sum + share * Math.log2(share), 0);

/** Number of colours, of the largest, that cover a share of the picture. */
const needed = (ranked: number[], share: number): number => {
  let covered = 0;
  let count = 0;
  while (covered < share && count < ranked.length) covered += ranked[count++]!;
  return count;
};

const keyOf = (data: Uint8Array, i: number): number =>
  ((data[i]! >> BITS) << 8) | ((data[i + 1]! >> BITS) << 4) | (data[i + 2]! >> BITS);

const vividness = ({ data, subject, subjectPixels }: View) => {
  let sum = 0;
  let squares = 0;
  let vivid = 0;
  let neutral = 0;
  let dark = 0;
  let light = 0;
  for (let p = 0, i = 0; p < subject.length; p += 1, i += 4) {
    if (subject[p] === 0) continue;
    const most = Math.max(data[i]!, data[i + 1]!, data[i + 2]!);
    const least = Math.min(data[i]!, data[i + 1]!, data[i + 2]!);
    const chroma = (most - least) / 255;
    sum += chroma;
    squares += chroma * chroma;
    if (chroma > 0.5) vivid += 1;
    if (chroma < 0.06) neutral += 1;
    if (most < 64) dark += 1;
    if (least > 224) light += 1;
  }
  const mean = sum / subjectPixels;
  return {
    chroma: mean,
    chromaSpread: Math.sqrt(Math.max(0, squares / subjectPixels - mean * mean)),
    vivid: vivid / subjectPixels,
    neutral: neutral / subjectPixels,
    dark: dark / subjectPixels,
    light: light / subjectPixels,
  };
};

/**
 * How many colours there are and how they are spread, over the whole picture and over its subject.
 *
 * Shape: shares 0–1; `colorsNeeded` is the logarithm (base 2) of the number of colours that cover 95 %.
 */
export const paletteFeatures = (view: View) => {
  const { data, subject } = view;
  const all = new Uint32Array(1 << (3 * BITS));
  const within = new Uint32Array(all.length);
  for (let p = 0; p < subject.length; p += 1) {
    const key = keyOf(data, p * 4);
    all[key]! += 1;
    if (subject[p] === 1) within[key]! += 1;
  }
  const ranked = shares(all);
  const rankedWithin = shares(within);
  return {
    topColor: mass(ranked, 1),
    topThree: mass(ranked, 3),
    topEight: mass(ranked, 8),
    topColorInSubject: mass(rankedWithin, 1),
    topThreeInSubject: mass(rankedWithin, 3),
    topEightInSubject: mass(rankedWithin, 8),
    entropy: entropy(ranked) / 12,
    entropyInSubject: entropy(rankedWithin) / 12,
    colorsNeeded: Math.log2(needed(rankedWithin, 0.95)) / 12,
    ...vividness(view),
  };
};
