import { editableFields } from '../../../../shared/contracts/assets';
import type { AssetRow } from '../../stores/asset-rows';

const lists = ['styleTags', 'usageContexts'] as const;

const later = (a: string | null, b: string | null): string | null =>
  [a, b].filter((one) => one !== null).sort()[1] ?? a ?? b;

/**
 * What a kept asset takes over from a merged one: its tags, what people set on it and not on the kept one, and how
 * often it was used. Only columns that change are named.
 */
export const carriedOver = (kept: AssetRow, merged: AssetRow): Partial<AssetRow> => {
  const mine = new Set(kept.humanFields ?? []);
  const theirs = (merged.humanFields ?? []).filter(
    (field) => !mine.has(field) && (editableFields as string[]).includes(field),
  ) as (keyof AssetRow)[];
  const changes: Partial<Record<keyof AssetRow, unknown>> = {};
  for (const field of theirs) changes[field] = merged[field];
  for (const field of lists) {
    const joined = [...new Set([...(kept[field] ?? []), ...(merged[field] ?? [])])];
    if (joined.length > (kept[field] ?? []).length) changes[field] = joined;
  }
  if (theirs.length > 0) changes.humanFields = [...mine, ...theirs];
  if (merged.usageCount) changes.usageCount = (kept.usageCount ?? 0) + merged.usageCount;
  const lastUsedAt = later(kept.lastUsedAt, merged.lastUsedAt);
  if (lastUsedAt !== kept.lastUsedAt) changes.lastUsedAt = lastUsedAt;
  return changes as Partial<AssetRow>;
};
