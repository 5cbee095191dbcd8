import type { AssetEdit } from '../../../../shared/contracts/assets';
import type { BulkEdit, ChangedAsset } from '../../../../shared/contracts/library';
import type { AssetRow } from '../../stores/asset-rows';
import { whatWasSaid } from '../what-was-said';

const mostTags = 30;
type Field = keyof AssetEdit;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A field as replies and edits know it: a list or an answer that nobody has given yet is empty. */
const valueOf = (row: AssetRow, field: Field): unknown =>
  row[field] ?? (field === 'styleTags' ? [] : field === 'isLogo' ? false : null);

const tagsAfter = (row: AssetRow, { addTags = [], removeTags = [] }: BulkEdit): string[] => {
  const kept = (row.styleTags ?? []).filter((tag) => !removeTags.includes(tag));
  return [...new Set([...kept, ...addTags])].slice(0, mostTags);
};

/** What a change of many means for one asset: only fields that become different; null when none does. */
export const changeOf = (row: AssetRow, edit: BulkEdit): ChangedAsset | null => {
  const { assetType, isLogo, rights } = edit;
  const wished = whatWasSaid({
    ...(assetType !== undefined && { assetType }),
    ...(isLogo !== undefined && { isLogo }),
    ...(rights !== undefined && { rights }),
    ...((edit.addTags || edit.removeTags) && { styleTags: tagsAfter(row, edit) }),
  });
  const different = (Object.keys(wished) as Field[]).filter(
    (field) => !same(valueOf(row, field), wished[field]),
  );
  if (different.length === 0) return null;
  const pick = (read: (field: Field) => unknown) =>
    Object.fromEntries(different.map((field) => [field, read(field)])) as AssetEdit;
  return {
    documentId: row.documentId,
    before: pick((field) => valueOf(row, field)),
    after: pick((field) => wished[field]),
    claimed: different.filter((field) => !(row.humanFields ?? []).includes(field)),
  };
};

/** What of a change can be taken back: fields that still say what it made them say. */
export const takenBack = (
  row: AssetRow,
  { before, after, claimed }: ChangedAsset,
): { values: AssetEdit; humanFields: string[] } | null => {
  const untouched = (Object.keys(after) as Field[]).filter((field) =>
    same(valueOf(row, field), after[field]),
  );
  if (untouched.length === 0) return null;
  const given = claimed.filter((field) => untouched.includes(field as Field));
  return {
    values: Object.fromEntries(untouched.map((field) => [field, before[field]])) as AssetEdit,
    humanFields: (row.humanFields ?? []).filter((field) => !given.includes(field)),
  };
};
