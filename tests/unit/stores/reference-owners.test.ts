import { createReferenceOwners } from '../../../src/plugins/reference-assets/server/src/stores/reference-owners';

/** Pages with sections in them, as the database layer knows them; each statement is counted. */
const models = [
  {
    uid: 'api::page.page',
    tableName: 'pages',
    attributes: { documentId: { type: 'string' }, title: { type: 'string', columnName: 'title' } },
  },
  { uid: 'parts.section', tableName: 'sections', attributes: {} },
];
const components = [{ owner: 'api::page.page', table: 'pages_cmps' }];

const ownersOf = () => {
  const asked: string[] = [];
  const sql = async (_text: string, bindings: unknown[]) => {
    const ids = bindings[bindings.length - 1] as number[];
    const table = bindings.find((one) => one === 'pages' || one === 'pages_cmps') as string;
    asked.push(`${table} ${ids.length}`);
    return table === 'pages'
      ? ids.map((id) => ({ id, documentId: `page${Math.floor(id / 2)}`, title: `Page ${id}` }))
      : ids.map((part) => ({ id: part, part, field: 'sections' }));
  };
  return {
    owners: createReferenceOwners(sql as never, models as never, components as never),
    asked,
  };
};

describe('the entries behind references', () => {
  it('are found for many assets with one look per type and level', async () => {
    const { owners, asked } = ownersOf();
    const referrers = Array.from({ length: 100 }, (_, rowId) => ({
      ...{ asset: `asset${rowId % 10}`, uid: 'parts.section', rowId, field: 'image' },
    }));
    const found = await owners.of(referrers);
    expect(asked).toEqual(['pages_cmps 100', 'pages 100']);
    expect(found.size).toBe(10);
    expect(found.get('asset3')).toHaveLength(10);
    expect(found.get('asset3')?.[0]).toEqual({
      uid: 'api::page.page',
      documentId: 'page1',
      title: 'Page 3',
      field: 'sections.image',
    });
  });

  it('count draft and published version once, and an entry once for each asset and field', async () => {
    const { owners } = ownersOf();
    const of = (asset: string, rowId: number, field: string) => ({
      ...{ asset, uid: 'api::page.page', rowId, field },
    });
    const found = await owners.of([
      ...[of('a', 2, 'image'), of('a', 3, 'image'), of('a', 2, 'text')],
      of('b', 2, 'image'),
    ]);
    expect(found.get('a')?.map(({ field }) => field)).toEqual(['image', 'text']);
    expect(found.get('b')).toHaveLength(1);
  });
});
