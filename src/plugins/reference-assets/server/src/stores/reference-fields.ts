import type { Core } from '@strapi/strapi';

/** A column somewhere in the database that holds ids of rows of one content type. */
export interface ReferenceField {
  /** Uid of the content type or component that has the field. */
  owner: string;
  field: string;
  table: string;
  /** Column that holds the id referred to. */
  target: string;
  /** Column that holds the id of the owner's row. */
  source: string;
  /** Column that says of which type the target is, where one column refers to several types. */
  typeColumn: string | null;
}

interface Column {
  name: string;
}
interface JoinTable {
  name: string;
  joinColumn: Column;
  inverseJoinColumn?: Column;
  morphColumn?: { typeColumn: Column; idColumn: Column };
}
/** A relation as Strapi's metadata describe it (`database/dist/metadata/relations.js`). */
interface Relation {
  type: string;
  /** Of a scalar: its column. */
  columnName?: string;
  relation?: string;
  target?: string;
  joinTable?: JoinTable;
  joinColumn?: Column;
  morphColumn?: { typeColumn: Column; idColumn: Column };
}
/** A content type or component as the database layer knows it. */
export interface Model {
  uid: string;
  tableName: string;
  attributes: Record<string, Relation>;
}

/** Every model of this Strapi, as its database layer knows them. */
export const modelsOf = (strapi: Core.Strapi): Model[] =>
  [...strapi.db.metadata.values()] as unknown as Model[]; // typed there without the tables' names

/** Components are joined to what has them by a table of their own (`transform-content-types-to-models.js`). */
const isOfComponents = (joinTable: JoinTable | undefined): joinTable is JoinTable =>
  joinTable?.inverseJoinColumn?.name === 'cmp_id' ||
  joinTable?.morphColumn?.idColumn.name === 'cmp_id';

const plain = ({ joinTable, joinColumn }: Relation, tableName: string) => {
  if (joinTable?.inverseJoinColumn) {
    const { name: table, joinColumn: source, inverseJoinColumn: target } = joinTable;
    return { table, source: source.name, target: target.name, typeColumn: null };
  }
  if (joinColumn && !joinTable)
    return { table: tableName, source: 'id', target: joinColumn.name, typeColumn: null };
  return null;
};

const morph = ({ relation, joinTable, morphColumn }: Relation, tableName: string) => {
  if (relation === 'morphToOne' && morphColumn) {
    const { idColumn, typeColumn } = morphColumn;
    return { table: tableName, source: 'id', target: idColumn.name, typeColumn: typeColumn.name };
  }
  if (relation === 'morphToMany' && joinTable?.morphColumn) {
    const { idColumn, typeColumn } = joinTable.morphColumn;
    const { name: table, joinColumn: source } = joinTable;
    return { table, source: source.name, target: idColumn.name, typeColumn: typeColumn.name };
  }
  return null;
};

/**
 * Every place where rows of `uid` are referred to, in any content type or component; files' own list of what they
 * belong to, which mirrors media fields, is left out.
 */
export const referenceFields = (models: readonly Model[], uid: string): ReferenceField[] => {
  const found = new Map<string, ReferenceField>();
  for (const { uid: owner, tableName, attributes } of models) {
    if (owner === 'plugin::upload.file' || owner === uid) continue;
    for (const [field, attribute] of Object.entries(attributes)) {
      if (attribute.type !== 'relation' || isOfComponents(attribute.joinTable)) continue;
      const isTarget = attribute.target === uid;
      const place = isTarget ? plain(attribute, tableName) : morph(attribute, tableName);
      if (place) found.set(`${place.table}.${place.target}`, { owner, field, ...place });
    }
  }
  return [...found.values()];
};

/** Which rows of a content type or component have which components. */
export interface ComponentTable {
  owner: string;
  /** Columns `entity_id`, `cmp_id`, `component_type`. */
  table: string;
}

/** Every table of components. */
export const componentTables = (models: readonly Model[]): ComponentTable[] => {
  const found = new Map<string, ComponentTable>();
  for (const { uid: owner, attributes } of models)
    for (const { joinTable } of Object.values(attributes))
      if (isOfComponents(joinTable)) found.set(joinTable.name, { owner, table: joinTable.name });
  return [...found.values()];
};
