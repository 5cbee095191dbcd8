import type { ComponentTable, Model } from './reference-fields';
import type { RunSql } from './sql';

/** A row that refers to something, by the content type or component it is of. */
export interface Referrer {
  /** Document id of the asset that is referred to. */
  asset: string;
  uid: string;
  rowId: number;
  /** The field, with those of the components on the way. */
  field: string;
}

/** The entry that a reference belongs to, whatever components lie between. */
export interface ReferringEntry {
  uid: string;
  documentId: string;
  title: string | null;
  field: string;
}

/** Deeper than components can be nested. */
const deepest = 10;

const titleFields = ['title', 'name', 'headline', 'label', 'slug'];

const grouped = <Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key) => {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
};
const byRow = (referrers: readonly Referrer[]) => grouped(referrers, ({ rowId }) => rowId);

/** Finds the entries behind references: components are followed up to the content types that have them. */
export const createReferenceOwners = (
  sql: RunSql,
  models: readonly Model[],
  components: readonly ComponentTable[],
) => {
  const modelOf = new Map(models.map((model) => [model.uid, model]));

  /** What has some components, one level up. */
  const parentsOf = async (uid: string, referrers: readonly Referrer[]): Promise<Referrer[]> => {
    const found: Referrer[] = [];
    const below = byRow(referrers);
    for (const { owner, table } of components) {
      const rows = await sql<{ id: number; part: number; field: string }>(
        'SELECT entity_id AS id, cmp_id AS part, field FROM ?? WHERE component_type = ? AND cmp_id = ANY(?)',
        [table, uid, [...below.keys()]],
      );
      for (const { id, part, field } of rows)
        for (const one of below.get(part) ?? [])
          found.push({ ...one, uid: owner, rowId: id, field: `${field}.${one.field}` });
    }
    return found;
  };

  const entriesOf = async (uid: string, referrers: readonly Referrer[]) => {
    const { tableName, attributes } = modelOf.get(uid) as Model;
    const title = titleFields.find((name) => attributes[name]?.type === 'string');
    const rows = await sql<{ id: number; documentId: string; title: string | null }>(
      `SELECT id, document_id AS "documentId", ${title ? '??' : 'NULL'} AS title FROM ?? WHERE id = ANY(?)`,
      [
        ...(title ? [attributes[title].columnName ?? title] : []),
        ...[tableName, [...byRow(referrers).keys()]],
      ],
    );
    const entries = new Map(rows.map((row) => [row.id, row]));
    return referrers.flatMap(({ asset, rowId, field }) => {
      const row = entries.get(rowId);
      if (!row) return [];
      const { documentId, title: called } = row;
      return [{ asset, entry: { uid, documentId, title: called, field } }];
    });
  };

  return {
    /**
     * The entries behind some rows, by the asset they refer to, each entry and field once: drafts and published versions are
     * one entry. The number of looks into the database is that of types and levels, not of rows.
     */
    async of(referrers: readonly Referrer[]): Promise<Map<string, ReferringEntry[]>> {
      const found = new Map<string, Map<string, ReferringEntry>>();
      let open = [...referrers];
      for (let depth = 0; open.length > 0 && depth < deepest; depth += 1) {
        const above: Referrer[] = [];
        for (const [uid, ones] of grouped(open, ({ uid: type }) => type)) {
          if (!modelOf.get(uid)?.attributes.documentId) {
            above.push(...(await parentsOf(uid, ones)));
            continue;
          }
          for (const { asset, entry } of await entriesOf(uid, ones)) {
            const entries = found.get(asset) ?? new Map<string, ReferringEntry>();
            found.set(asset, entries.set(`${uid}/${entry.documentId}/${entry.field}`, entry));
          }
        }
        open = above;
      }
      return new Map([...found].map(([asset, entries]) => [asset, [...entries.values()]]));
    },
  };
};
