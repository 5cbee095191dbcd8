import type { RankedList } from '../fuse';
import { colorMatch, type AskedColor } from './color-match';
import type { ReadText } from './read-texts';

const leastScore = 0.3;

/** How much of the asked colours each asset shows, with the share of the picture as the reason; one that lacks a colour is left out. */
export const colorScore = (
  rows: readonly Pick<ReadText, 'documentId' | 'dominantColors'>[],
  colors: readonly AskedColor[],
): RankedList['hits'] =>
  rows.flatMap((row) => {
    const each = colors.map((color) => ({
      said: color.said,
      ...colorMatch(row.dominantColors ?? [], color),
    }));
    if (each.some(({ score }) => score < leastScore)) return [];
    const score = each.reduce((sum, one) => sum + one.score, 0) / colors.length;
    const reasons = each.map(({ said, share }) => `${Math.round(share * 100)} % ${said}`);
    return [{ id: row.documentId, score, reasons }];
  });
