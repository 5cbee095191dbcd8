import type { AssetRow } from '../stores/asset-rows';

const toRgb = (color: string): [number, number, number] | null => {
  const hex = /^#([0-9a-f]{6})$/i.exec(color)?.[1];
  if (!hex) return null;
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
};

/** Nearness of two sRGB colours, 1 equal, 0 far; the eye is most sensitive to green, least to blue. */
const nearness = (a: readonly number[], b: readonly number[]): number => {
  const distance = Math.sqrt(
    2 * (a[0] - b[0]) ** 2 + 4 * (a[1] - b[1]) ** 2 + 3 * (a[2] - b[2]) ** 2,
  );
  return Math.max(0, 1 - distance / 180);
};

const scoreOne = (row: AssetRow, color: string): { score: number; share: number } => {
  const rgb = toRgb(color);
  let score = 0;
  let share = 0;
  for (const dominant of row.dominantColors ?? []) {
    const same = rgb
      ? nearness(rgb, dominant.rgb)
      : ` ${dominant.name}`.endsWith(` ${color}`)
        ? 1
        : 0;
    if (same > 0.4) share += dominant.share * same;
    score = Math.max(score, same * Math.min(1, 0.4 + dominant.share * 2));
  }
  return { score: score > 0.3 ? score : 0, share };
};

/** How much of the asked colours each asset shows, with the share of the picture as the reason. */
export const colorScore = (rows: readonly AssetRow[], colors: readonly string[]) =>
  rows.flatMap((row) => {
    const each = colors.map((color) => ({ color, ...scoreOne(row, color) }));
    const score = each.reduce((sum, one) => sum + one.score, 0) / colors.length;
    const reasons = each
      .filter((one) => one.score > 0)
      .map((one) => `${Math.round(Math.min(1, one.share) * 100)} % ${one.color}`);
    return score > 0 ? [{ id: row.documentId, score, reasons }] : [];
  });
