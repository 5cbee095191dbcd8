import type { VideoFilter } from '../../../src/plugins/reference-assets/shared/contracts/video-filter';
import { createFigures } from '../../../src/plugins/reference-assets/server/src/stores/figures';
import { createVideoFilter } from '../../../src/plugins/reference-assets/server/src/stores/video-filter';
import { openMoneyDatabase, type MoneyDatabase } from '../money/money-database';

/** Columns of the tables that Strapi makes, as far as the figures read them. */
const strapiTables = [
  `CREATE TABLE reference_asset_videos (id serial, document_id text, stage text, quality_tier text, prompt text,
     duration_seconds numeric, actual_cost_usd numeric, error jsonb, created_at timestamp DEFAULT now(),
     updated_at timestamp DEFAULT now(), published_at timestamp)`,
  `CREATE TABLE reference_asset_versions (video text, created_at timestamp, approved_at timestamp)`,
  `CREATE TABLE reference_asset_beats (video text, take int DEFAULT 0, confidence numeric, "references" jsonb)`,
  `CREATE TABLE reference_asset_comments (video text, resolved_by text, parent text)`,
  `CREATE TABLE reference_asset_spend (video text, owner text, provider text, model text, cost_usd numeric,
     created_at timestamp DEFAULT now())`,
];

const days = 30;
/** A video that is too old to count, and one campaign with a video in it. */
const strapi = {
  contentTypes: {
    'api::campaign.campaign': {
      attributes: { videos: { target: 'plugin::reference-assets.video-generation' } },
    },
  },
  db: { query: () => ({ findMany: async () => [{ videos: [{ documentId: 'gathered01' }] }] }) },
} as never; // of which only this is asked

describe('figures of the dashboard', () => {
  let money: MoneyDatabase;
  let figures: ReturnType<typeof createFigures>;
  const counted = async (filter: VideoFilter): Promise<string[]> =>
    ((await createVideoFilter(strapi, money.sql).ids(filter)) ?? []).sort();
  const add = (table: string, row: object): Promise<object[]> =>
    money.sql(
      `INSERT INTO reference_asset_${table} (${Object.keys(row)
        .map((name) => `"${name}"`)
        .join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      Object.values(row),
    );
  const ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
  const role = (assetId: string, manual = false) => ({ assetId, manual });

  beforeAll(async () => {
    money = await openMoneyDatabase();
    for (const table of strapiTables) await money.sql(table);
    figures = createFigures(money.sql);
  }, 180_000);
  afterAll(() => money.close());

  it('are empty, not zero, where nothing can be worked out', async () => {
    expect(await figures.business(days)).toEqual({
      ...{ ordered: 0, finished: 0, approved: 0, published: 0, openComments: 0 },
      ...{ successShare: null, approvalShare: null, firstApprovalShare: null },
      ...{ costPerFinishedUsd: null, costPerSecondUsd: null, hoursToVideo: null },
      ...{ hoursToApproval: null, versionsPerApproved: null, retakesPerBeat: null },
      ...{ overrideShare: null, reuseShare: null },
    });
  });

  it('are what the rows say', async () => {
    const video = (id: string, more: object) =>
      add('videos', {
        ...{ document_id: id, stage: 'approved', quality_tier: 'draft', duration_seconds: 10 },
        ...{ actual_cost_usd: 1, created_at: ago(48), ...more },
      });
    await video('once000001', { actual_cost_usd: 2 });
    await video('twice00001', { actual_cost_usd: 4, duration_seconds: 20 });
    await video('rejected01', { stage: 'rejected' });
    await video('failed0001', { stage: 'failed', actual_cost_usd: 9 });
    await video('ancient001', { created_at: ago(24 * 60) });
    for (const [id, made, approved] of [
      ['once000001', 40, 30],
      ['twice00001', 44, null],
      ['twice00001', 40, 20],
      ['rejected01', 46, null],
    ] as const)
      await add('versions', {
        ...{ video: id, created_at: ago(made), approved_at: approved && ago(approved) },
      });
    const beat = (id: string, references: object, take = 0) =>
      add('beats', { video: id, take, confidence: 0.5, references: JSON.stringify(references) });
    await beat('once000001', { product: role('tin'), logo: role('mark', true) }, 1);
    await beat('once000001', { product: role('tin'), person: null });
    await beat('twice00001', { product: role('tin'), prop: role('cup') });
    await beat('ancient001', { prop: role('cup', true) }, 5);
    expect(await figures.business(days)).toEqual({
      ordered: 4,
      finished: 3,
      approved: 2,
      published: 0,
      openComments: 0,
      successShare: 3 / 4,
      approvalShare: 2 / 3,
      firstApprovalShare: 1 / 2,
      costPerFinishedUsd: expect.closeTo((2 + 4 + 1) / 3, 6),
      // Seven dollars for forty seconds.
      costPerSecondUsd: expect.closeTo(7 / 40, 6),
      hoursToVideo: expect.closeTo(4, 1),
      hoursToApproval: expect.closeTo(17, 1),
      versionsPerApproved: 1.5,
      retakesPerBeat: expect.closeTo(1 / 3, 6),
      overrideShare: expect.closeTo(1 / 5, 6),
      // Of tin, mark and cup, the tin is in two videos of this time.
      reuseShare: expect.closeTo(1 / 3, 6),
    });
  });

  it.each<[string, VideoFilter, string[]]>([
    ['ordered', { days }, ['failed0001', 'once000001', 'rejected01', 'twice00001']],
    ['finished', { days, made: true }, ['once000001', 'rejected01', 'twice00001']],
    ['never finished', { days, made: false }, ['failed0001']],
    ['decided', { days, decided: true }, ['once000001', 'rejected01', 'twice00001']],
    ['of one version', { days, onlyOneVersion: true }, ['once000001', 'rejected01']],
    ['changed by hand', { days, overridden: true }, ['once000001']],
    ['made again', { days, retaken: true }, ['once000001']],
    ['as sure as that', { days, sure: 0.4 }, ['once000001', 'twice00001']],
  ])('open what they count: %s', async (_what, filter, ids) => {
    expect(await counted(filter)).toEqual(ids);
  });

  it('tell failures of videos from those of assets, and open those of this time alone', async () => {
    const failure = (id: string, more: object) =>
      add('vendor_jobs', {
        ...{ id, call_key: id, attempt: 1, provider: 'replicate', model: 'm', step: 'still' },
        ...{ state: 'failed', request: '{}', price_usd: 0, error: '{"code":"timeout"}', ...more },
      });
    await failure('a', { video: 'failed0001' });
    await failure('b', { asset: 'tin' });
    await failure('c', { video: 'once000001', created_at: ago(24 * 40) });
    expect(await figures.failures(days)).toEqual([
      { provider: 'replicate', code: 'timeout', count: 2, inVideos: 1 },
    ]);
    const failureOf = { failure: 'replicate:timeout' };
    expect(await counted({ ...failureOf, failureDays: days })).toEqual(['failed0001']);
    expect(await counted(failureOf)).toEqual(['failed0001', 'once000001']);
  });

  it('open the videos that a budget paid for, or has set money aside for', async () => {
    await money.under();
    await add('accounts', { name: 'team:tea' });
    const move = (key: string, more: object) =>
      add('account_moves', {
        ...{ move_key: key, account: 'team:tea', kind: 'charge', amount_usd: -1, ...more },
      });
    await move('1', { video: 'once000001' });
    await move('2', { video: 'twice00001', at: ago(24 * 90) });
    await add('holds', {
      ...{ hold_key: 'h', account: 'team:tea', video: 'failed0001', amount_usd: 2 },
    });
    const spentFrom = ago(24 * 20)
      .toISOString()
      .slice(0, 10);
    expect(await counted({ account: 'team:tea', spentFrom })).toEqual(['failed0001', 'once000001']);
    expect(await counted({ account: 'installation', spentFrom })).toEqual([]);
  });

  it('open what was spent for nobody in particular, and what is in no campaign', async () => {
    await add('videos', { document_id: 'gathered01', stage: 'approved', created_at: ago(1) });
    for (const [video, owner] of [
      ['gathered01', null],
      ['once000001', null],
      ['twice00001', 'anna000001'],
    ])
      await add('spend', { video, owner, provider: 'p', model: 'm', cost_usd: 1 });
    const spentFrom = ago(24).toISOString().slice(0, 10);
    expect(await counted({ person: 'none', spentFrom })).toEqual(['gathered01', 'once000001']);
    expect(await counted({ person: 'anna000001', spentFrom })).toEqual(['twice00001']);
    expect(await counted({ campaign: 'none', spentFrom })).toEqual(['once000001', 'twice00001']);
    expect(await counted({ campaign: 'summer0001', spentFrom })).toEqual(['gathered01']);
  });
});
