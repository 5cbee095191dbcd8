import { createAssetQueries } from '../../../src/plugins/reference-assets/server/src/stores/asset-queries';

describe('assets that changed since a moment', () => {
  it('are the newest ones, so that many that changed in one moment hold up none that follow', async () => {
    const asked: string[] = [];
    const queries = createAssetQueries((async (text: string) => {
      asked.push(text);
      return [];
    }) as never);
    await queries.changedSince(new Date(0));
    expect(asked.join()).toMatch(
      /ORDER BY updated_at DESC, id DESC LIMIT \d+\)[\s\S]*ORDER BY at$/,
    );
  });
});
