import type { AssetUsage, AssetUse } from '../../../shared/contracts/usage';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import { uids } from '../constants';
import type { Browse } from './browse';
import type { Viewer } from './viewer';

type Needs = Pick<Stores, 'videoMentions' | 'references'> & {
  browse: Browse;
  /** What people call a content type. */
  typeName(uid: string): string;
};

/** Where assets are used: in videos, in their beats, and by entries of any content type. */
export const createUsage = ({ videoMentions, references, browse, typeName }: Needs) => {
  const of = async (row: AssetRow): Promise<AssetUse[]> => {
    const named = await videoMentions.of(row.documentId);
    const entries = await references.entriesOf(row);
    return [
      ...named.map(({ kind, ...mention }): AssetUse => {
        const type = kind === 'video' ? uids.video : uids.beat;
        return { kind, type, typeName: typeName(type), ...mention };
      }),
      ...entries.map(({ uid, ...entry }): AssetUse => ({
        ...{ kind: 'entry', type: uid, typeName: typeName(uid) },
        ...entry,
      })),
    ];
  };

  return {
    /** In how many places each of some assets is used, by document id. */
    async counts(rows: readonly AssetRow[]): Promise<Map<string, number>> {
      const counted = new Map<string, number>();
      for (const row of rows) counted.set(row.documentId, (await of(row)).length);
      return counted;
    },

    /** Where an asset is used; a registered API user learns how often, and no titles of what others wrote. */
    async read(documentId: string, viewer: Viewer): Promise<AssetUsage> {
      const uses = await of(await browse.row(documentId, viewer));
      const seesAll = viewer.kind === 'admin' || viewer.kind === 'token';
      return {
        total: uses.length,
        uses: seesAll ? uses : uses.map((use) => ({ ...use, documentId: '', title: null })),
      };
    },
  };
};
export type Usage = ReturnType<typeof createUsage>;
