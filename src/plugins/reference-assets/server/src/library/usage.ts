import type { RemovalUses } from '../../../shared/contracts/library';
import type { AssetUsage, AssetUse } from '../../../shared/contracts/usage';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import { uids } from '../constants';
import type { Browse } from './browse';
import { scopeOf, type Viewer } from './viewer';

type Needs = Pick<Stores, 'assets' | 'videoMentions' | 'references'> & {
  browse: Browse;
  /** What people call a content type. */
  typeName(uid: string): string;
};

/** Where assets are used: in videos, in their beats, and by entries of any content type. */
export const createUsage = ({ assets, videoMentions, references, browse, typeName }: Needs) => {
  /** The uses of some assets by document id, found together: the looks into the database do not grow with their number. */
  const of = async (rows: readonly AssetRow[]): Promise<Map<string, AssetUse[]>> => {
    const uses = new Map<string, AssetUse[]>(rows.map(({ documentId }) => [documentId, []]));
    const named = await videoMentions.of([...uses.keys()]);
    for (const { asset, kind, ...mention } of named) {
      const type = kind === 'video' ? uids.video : uids.beat;
      uses.get(asset)?.push({ kind, type, typeName: typeName(type), ...mention });
    }
    for (const [asset, entries] of await references.entriesOf(rows))
      for (const { uid, ...entry } of entries)
        uses.get(asset)?.push({ kind: 'entry', type: uid, typeName: typeName(uid), ...entry });
    return uses;
  };

  /** In how many places each of some assets is used, by document id. */
  const counts = async (rows: readonly AssetRow[]): Promise<Map<string, number>> => {
    if (rows.length === 0) return new Map();
    return new Map([...(await of(rows))].map(([asset, uses]) => [asset, uses.length]));
  };

  return {
    counts,

    /** Of some assets, those a viewer may not see left out, how many are used and in how many places. */
    async ofMany(documentIds: readonly string[], viewer: Viewer): Promise<RemovalUses> {
      const found = await counts(await assets.some(documentIds, scopeOf(viewer)));
      const used = [...found.values()].filter((places) => places > 0);
      return { used: used.length, places: used.reduce((sum, places) => sum + places, 0) };
    },

    /** Where an asset is used; a registered API user learns how often, and no titles of what others wrote. */
    async read(documentId: string, viewer: Viewer): Promise<AssetUsage> {
      const row = await browse.row(documentId, viewer);
      const uses = (await of([row])).get(row.documentId) ?? [];
      const seesAll = viewer.kind === 'admin' || viewer.kind === 'token';
      return {
        total: uses.length,
        uses: seesAll ? uses : uses.map((use) => ({ ...use, documentId: '', title: null })),
      };
    },
  };
};
export type Usage = ReturnType<typeof createUsage>;
