import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type { Hit } from '../../src/plugins/reference-assets/shared/contracts/asset-search';
import { apiToken, formWith, send } from '../app/client';
import { inDatabase } from '../app/database';
import { draw } from '../app/drawings';
import { bring, type Brought } from '../app/library';
import { sharedApp } from '../app/shared-app';

const search = '/api/reference-assets/search';

const given: Record<string, Brought> = {
  accordion: {
    name: 'IMG 1',
    color: '#c81e1e',
    kind: 'disc',
    width: 480,
    height: 320,
    data: { description: 'crimson accordion on a chair' },
  },
  bagpipe: {
    name: 'IMG 2',
    color: '#c81e1e',
    kind: 'stripes',
    width: 320,
    height: 480,
    data: { description: 'bagpipes in the heather' },
  },
  zither: {
    name: 'IMG 3',
    color: '#0a461e',
    kind: 'scene',
    data: { description: 'zither, the slow strings edition', styleTags: ['vintage', 'calm'] },
  },
  oldZither: {
    name: 'IMG 4',
    color: '#283cc8',
    kind: 'box',
    data: {
      description: 'old zither in an attic, its strings slowly rusting',
      rights: { expiresAt: '2021-01-01' },
    },
  },
};

describe('what searches understand', () => {
  const app = sharedApp();
  let token: string;
  const assets: Record<string, Asset> = {};
  /** Leaves out what other tests brought into the shared library before. */
  const from = new Date().toISOString();

  const ask = (query: Record<string, string>) =>
    send(app, 'GET', `${search}?${new URLSearchParams({ limit: '100', ...query })}`, { token });
  const namesIn = (hits: Hit[]): string[] =>
    hits.flatMap(({ asset }) => {
      const own = Object.keys(given).find((key) => assets[key].documentId === asset.documentId);
      return own ?? [];
    });
  /** Which of this test's assets are found; the library has others. */
  const found = async (query: Record<string, string>): Promise<string[]> => {
    const { status, body } = await ask(query);
    expect(status).toBe(200);
    return namesIn(body.data);
  };
  const inOneOrder = (names: string[]) => [...names].sort();

  beforeAll(async () => {
    token = await apiToken(app);
    for (const [key, one] of Object.entries(given)) assets[key] = await bring(app, token, one);
  }, 120_000);

  it.each([
    ['a form of its word', { q: 'zithers' }, ['oldZither', 'zither']],
    ['another name of it', { q: 'squeeze box' }, ['accordion']],
    ['a kind of it', { q: 'musical instrument' }, ['accordion', 'bagpipe', 'oldZither', 'zither']],
    ['half its word', { q: 'accord' }, ['accordion']],
    ['its word misspelt', { q: 'acordion' }, ['accordion']],
    ['a quoted phrase', { q: '"slow strings"' }, ['zither']],
    ['what is left', { q: 'zither -attic' }, ['zither']],
    ['what is not there', { q: 'submarine' }, []],
    ['a shape', { q: 'accordion bagpipe', orientation: 'portrait' }, ['bagpipe']],
    ['transparency', { q: 'zither', transparent: 'true' }, ['oldZither']],
    ['size', { q: 'musical instrument', minWidth: '400' }, ['accordion']],
    ['tags', { q: 'zither', tags: 'vintage,calm' }, ['zither']],
    ['rights', { q: 'zither', rights: 'barred' }, ['oldZither']],
    ['the library they are of', { q: 'zither', owner: 'shared' }, ['oldZither', 'zither']],
    ['a day before them', { q: 'zither', until: '2020-01-01' }, []],
    ['a day before today', { q: 'zither', from: '2020-01-01' }, ['oldZither', 'zither']],
  ])('finds by %s', async (_what, query, names) => {
    expect(inOneOrder(await found(query))).toEqual(names);
  });

  it('finds by folder', async () => {
    await inDatabase(app, `INSERT INTO upload_folders (id, path) VALUES (987, '/987')`);
    await inDatabase(app, `UPDATE files SET folder_path = '/987' WHERE id = $1`, [
      assets.zither.file?.id,
    ]);
    expect(await found({ q: 'zither', folder: '987' })).toEqual(['zither']);
  });

  it('finds a colour by hex and by name, the share of it told', async () => {
    const { body } = await ask({ q: 'accordion', color: '#c81e1e' });
    const hit: Hit = body.data[0];
    expect(hit.asset.documentId).toBe(assets.accordion.documentId);
    expect(hit.reasons.join()).toMatch(/\d+ % #c81e1e/);
    expect(hit.matched.color).toBeGreaterThan(0.5);
    expect(await found({ q: 'zither', color: 'dark green' })).toEqual(['zither']);
    expect(await found({ q: 'accordion', color: 'yellow' })).toEqual([]);
  });

  it('says what matched and how strongly, and what it searched without', async () => {
    const { body } = await ask({ q: 'squeeze box' });
    const hit: Hit = body.data[0];
    expect(hit.reasons.join()).toMatch(/description has "accordion", which means "squeez\w*box"/);
    expect(hit.matched.words).toBeGreaterThan(0.5);
    expect(body.meta.vectors).toBeNull();
    expect(body.meta.notice).toContain('words alone');
  });

  it('keeps one order over pages', async () => {
    const all = await found({ q: 'zither' });
    const pages = await Promise.all(
      ['1', '2'].map((page) => found({ q: 'zither', limit: '1', page })),
    );
    expect(pages.flat()).toEqual(all);
  });

  it('finds what fits the style of several, themselves left out', async () => {
    const like = [assets.accordion.documentId, assets.bagpipe.documentId].join(',');
    const { body } = await ask({ like, from });
    const ids = namesIn(body.data);
    expect(inOneOrder(ids)).toEqual(['oldZither', 'zither']);
  });

  it('finds by a picture and words together', async () => {
    const image = {
      name: 'like.png',
      bytes: await draw({ color: '#c81e1e', kind: 'stripes', width: 320, height: 480 }),
      type: 'image/png',
    };
    const byBoth = async (q: string): Promise<string> => {
      const form = formWith('image', [image]);
      const { body } = await send(app, 'POST', `${search}?q=${q}&from=${from}&limit=100`, {
        token,
        form,
      });
      return namesIn(body.data)[0];
    };
    expect(await byBoth('')).toBe('bagpipe');
    expect(await byBoth('accordion')).toBe('accordion');
  });
});
