import { createDuplicateGroups } from '../../../../src/plugins/reference-assets/server/src/library/likeness/groups';
import { createUsage } from '../../../../src/plugins/reference-assets/server/src/library/usage';

const row = (documentId: string) => ({
  ...{ documentId, id: Number(documentId.slice(1)), width: 10, height: 10, owner: null },
  ...{ humanFields: [], file: null, fileId: null, folder: null, referenceIn: [] },
});

describe('a page of groups of duplicates', () => {
  it('asks once where all of its members are used', async () => {
    const looks: number[] = [];
    const usage = createUsage({
      videoMentions: {
        of: async (ids: string[]) => {
          looks.push(ids.length);
          return [{ asset: 'a1', kind: 'video', documentId: 'v', title: '', field: 'f' }];
        },
      },
      references: {
        entriesOf: async (rows: object[]) => {
          looks.push(rows.length);
          const entry = { uid: 'api::page.page', documentId: 'p', title: '', field: 'image' };
          return new Map([
            ['a1', [entry]],
            ['a3', [entry]],
          ]);
        },
      },
      typeName: (uid: string) => uid,
    } as never);
    const pair = (one: string, other: string) => ({ one, other, class: 'identical', score: 1 });
    const groups = createDuplicateGroups({
      assets: { some: async (ids: string[]) => ids.filter((id) => id !== 'a6').map(row) },
      pairs: {
        apart: async () => [],
        all: async () => [pair('a0', 'a1'), pair('a2', 'a3'), pair('a4', 'a5'), pair('a6', 'a7')],
        counts: async () => [],
      },
      prints: { progress: async () => ({}) },
      usage,
    } as never);
    const list = { page: 1, pageSize: 25 } as never;
    const { data } = await groups.list(list, { kind: 'admin', name: 'Admin' });
    expect(looks).toEqual([7, 7]);
    // The used one is kept; a group of which only one member is there to be seen is none.
    expect(data.map(({ keeper, members }) => [keeper, members.map(({ uses }) => uses)])).toEqual([
      ['a1', [2, 0]],
      ['a3', [1, 0]],
      ['a4', [0, 0]],
    ]);
  });
});
