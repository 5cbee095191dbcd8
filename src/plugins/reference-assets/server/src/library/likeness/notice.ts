import type { DuplicateNotice, DuplicateReport } from '../../../../shared/contracts/duplicates';
import { duplicateClasses } from '../../../../shared/contracts/duplicates';
import type { Stores } from '../../stores';
import { toMediaRef } from '../../stores/asset-rows';
import { scopeOf, type Viewer } from '../viewer';

type Needs = Pick<Stores, 'assets' | 'pairs' | 'prints'>;

/** Classes that a person who brings a picture in is told of; a variant is another thing. */
const told = duplicateClasses.filter((one) => one !== 'variant' && one !== 'similar');

/** What the library says to whom brings a picture in that it has already. */
export const createDuplicateNotice = ({ assets, pairs, prints }: Needs) => ({
  /** Known duplicates of some assets, those of one asset best first. */
  async of(documentIds: readonly string[], viewer: Viewer): Promise<DuplicateReport> {
    const scope = scopeOf(viewer);
    const asked = new Set(documentIds);
    const found = await pairs.all(told, scope, documentIds);
    const both = found.flatMap(({ one, other, ...pair }) => [
      { ...pair, documentId: one, existing: other },
      { ...pair, documentId: other, existing: one },
    ]);
    const mine = both.filter(({ documentId }) => asked.has(documentId));
    const rows = await assets.some([...new Set(mine.map(({ existing }) => existing))], scope);
    const byId = new Map(rows.map((row) => [row.documentId, row]));
    const duplicates = mine
      .flatMap(({ existing, ...pair }): DuplicateNotice[] => {
        const row = byId.get(existing);
        const { name, thumbnail, documentId } = row ?? {};
        if (!name || !documentId) return [];
        return [{ ...pair, existing: { documentId, name, thumbnail: toMediaRef(thumbnail) } }];
      })
      .sort((a, b) => b.score - a.score);
    return { compared: await prints.allCompared(documentIds), duplicates };
  },

  /** Assets that have exactly these bytes already: known before anything is measured. */
  async sameBytes(
    documentId: string,
    contentHash: string,
    viewer: Viewer,
  ): Promise<DuplicateNotice[]> {
    const scope = scopeOf(viewer);
    const ids = (await assets.ofContent(contentHash, scope)).filter((id) => id !== documentId);
    return (await assets.some(ids, scope)).map((row) => ({
      documentId,
      existing: {
        documentId: row.documentId,
        name: row.name,
        thumbnail: toMediaRef(row.thumbnail),
      },
      class: 'same-bytes',
      score: 1,
    }));
  },
});
export type DuplicateNoticeReader = ReturnType<typeof createDuplicateNotice>;
