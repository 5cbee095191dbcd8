import type { ComponentTable, Model } from './reference-fields';
import type { RunSql } from './sql';

/** A row that refers to something, by the content type or component it is of. */
export interface Referrer {
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

/** Finds the entries behind references: components are followed up to the content types that have them. */
export const createReferenceOwners = (
  sql: RunSql,
  models: readonly Model[],
  components: readonly ComponentTable[],
) => {
  const modelOf = new Map(models.map((model) => [model.uid, model]));

  const parentsOf = async ({ uid, rowId, field }: Referrer): Promise<Referrer[]> => {
    const found: Referrer[] = [];
    for (const { owner, table } of components) {
      const rows = await sql<{ id: number; field: string }>(
        'SELECT entity_id AS id, field FROM ?? WHERE component_type = ? AND cmp_id = ?',
        [table, uid, rowId],
      );
      for (const row of rows)
        found.push({ uid: owner, rowId: row.id, field: `${row.field}.${field}` });
    }
    return found;
  };

  const entryOf = async ({ uid, rowId, field }: Referrer): Promise<ReferringEntry | null> => {
    const { tableName, attributes } = modelOf.get(uid) as Model;
    const title = titleFields.find((name) => attributes[name]?.type === 'string');
    const [row] = await sql<{ documentId: string; title: string | null }>(
      `SELECT document_id AS "documentId", ${title ? '??' : 'NULL'} AS title FROM ?? WHERE id = ?`,
      [...(title ? [attributes[title].columnName ?? title] : []), tableName, rowId],
    );
    return row ? { uid, documentId: row.documentId, title: row.title, field } : null;
  };

  return {
    /** The entries behind some rows, each entry and field once: drafts and published versions are one entry. */
    async of(referrers: readonly Referrer[]): Promise<ReferringEntry[]> {
      const found = new Map<string, ReferringEntry>();
      let open = [...referrers];
      for (let depth = 0; open.length > 0 && depth < deepest; depth += 1) {
        const above: Referrer[] = [];
        for (const referrer of open) {
          if (modelOf.get(referrer.uid)?.attributes.documentId) {
            const entry = await entryOf(referrer);
            if (entry) found.set(`${entry.uid}/${entry.documentId}/${entry.field}`, entry);
          } else above.push(...(await parentsOf(referrer)));
        }
        open = above;
      }
      return [...found.values()];
    },
  };
};
