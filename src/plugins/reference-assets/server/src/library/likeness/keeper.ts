import type { AssetRow } from '../../stores/asset-rows';

/** A member of a group of duplicates, and in how many places it is used. */
export interface KeeperCandidate {
  row: AssetRow;
  uses: number;
}

const pixels = ({ row }: KeeperCandidate): number => (row.width ?? 0) * (row.height ?? 0);
const edits = ({ row }: KeeperCandidate): number => (row.humanFields ?? []).length;
const bytes = ({ row }: KeeperCandidate): number => row.sizeBytes ?? 0;

/** What makes a better original, the weightiest first; each with its reason in words. */
const criteria: { of(one: KeeperCandidate): number; reason: string }[] = [
  // Whoever uses it may see it; a user's own would be taken from everybody else.
  { of: ({ row }) => (row.owner === null ? 1 : 0), reason: 'it belongs to the shared library' },
  { of: pixels, reason: 'it has the most pixels' },
  { of: ({ row }) => (row.hasTransparency ? 1 : 0), reason: 'it kept its transparency' },
  { of: ({ uses }) => uses, reason: 'it is used most' },
  { of: edits, reason: 'people have worked on it most' },
  { of: bytes, reason: 'it is compressed least' },
  { of: ({ row }) => -row.id, reason: 'it was there first' },
];

/** Which member of a group should be kept, and why. */
export const keeperOf = (
  members: readonly KeeperCandidate[],
): { keeper: AssetRow; reasons: string[] } => {
  const ranked = [...members].sort((a, b) => {
    for (const { of } of criteria) if (of(a) !== of(b)) return of(b) - of(a);
    return 0;
  });
  const [best, ...others] = ranked;
  const reasons = criteria
    .filter(({ of }) => others.some((other) => of(best) > of(other)))
    .filter(({ of }) => others.every((other) => of(best) >= of(other)))
    .map(({ reason }) => reason);
  return { keeper: best.row, reasons };
};
