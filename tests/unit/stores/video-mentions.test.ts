import { beatTake } from '../../../src/plugins/reference-assets/server/src/content-types/beat-take';
import { videoVersion } from '../../../src/plugins/reference-assets/server/src/content-types/video-version';
import { createVideoMentions } from '../../../src/plugins/reference-assets/server/src/stores/video-mentions';

describe('naming one asset in place of another', () => {
  it('reaches what takes and versions remember of beats, so that an old take can still be used', async () => {
    const asked: unknown[][] = [];
    const mentions = createVideoMentions((async (_text: string, bindings: unknown[]) => {
      asked.push(bindings);
      return [{ id: 1, before: '"a"', after: '"b"' }];
    }) as never);
    const changed = await mentions.replace('a', 'b');
    const places = asked.map(([table, column]) => `${String(table)}.${String(column)}`);
    expect(places).toEqual(changed.map(({ table, column }) => `${table}.${column}`));
    expect(places).toEqual(
      expect.arrayContaining([
        'reference_asset_beats.references',
        `${beatTake.collectionName}.${'columns' satisfies keyof typeof beatTake.attributes}`,
        `${videoVersion.collectionName}.${'beats' satisfies keyof typeof videoVersion.attributes}`,
      ]),
    );
  });
});
