import {
  defaultTiers,
  knownModels,
  readModels,
  readTiers,
} from '../../../../src/plugins/reference-assets/server/src/providers/models';

const wanted = {
  still: [
    'sdxl',
    'sdxl-controlnet',
    'sdxl-controlnet-depth',
    'sdxl-controlnet-hed',
    'flux-pro',
    'flux-2-pro',
    'flux-kontext-pro',
    'nano-banana-pro',
    'seedream-4.5',
    'qwen-image-edit',
  ],
  clip: [
    'hailuo',
    'kling-1.5',
    'minimax',
    'runway',
    'runway-gen-4.5',
    'veo',
    'kling-2.6',
    'kling-3',
    'kling-3-omni',
    'hailuo-2.3',
    'veo-3.1',
    'veo-3.1-fast',
    'seedance-2',
    'wan-2.2-fast',
  ],
  music: ['musicgen'],
};

describe('the models known without configuration', () => {
  const { models, problems } = readModels();

  test('every row fits the schema', () => {
    expect(problems).toEqual([]);
    expect(models.size).toBe(knownModels.length);
    expect(new Set(knownModels.map((row) => row.name)).size).toBe(knownModels.length);
  });

  test.each(Object.entries(wanted))('%s models of the first design and of today', (kind, names) => {
    for (const name of names) expect(models.get(name)).toMatchObject({ name, kind });
  });

  test('every price says when and where it was read', () => {
    for (const { rate } of models.values()) {
      expect(rate.at <= '2026-11-25').toBe(true);
      expect(rate.source.length).toBeGreaterThan(3);
    }
  });

  test('every length, resolution and silence that can be asked for has a price', () => {
    for (const row of models.values()) {
      if (row.rate.unit !== 'second' && row.rate.unit !== 'video') continue;
      const { prices } = row.rate;
      for (const resolution of row.resolutions.length > 0 ? row.resolutions : [undefined])
        for (const seconds of row.durationsAt[resolution ?? ''] ?? row.durations) {
          const audio = row.audioDefault === null || !row.inputs.audio ? undefined : false;
          const price = prices.find(
            (one) =>
              (one.resolution === undefined || one.resolution === resolution) &&
              (one.durationSeconds === undefined || one.durationSeconds === seconds) &&
              (one.audio === undefined || one.audio === audio),
          );
          expect({ model: row.name, resolution, seconds, price }).toMatchObject({
            price: { usd: expect.any(Number) },
          });
        }
    }
  });

  test('a model that makes sound unasked has the switch that turns it off, where the vendor has one', () => {
    const loud = [...models.values()].filter((row) => row.audioDefault);
    const without = loud.filter((row) => !row.inputs.audio).map((row) => row.provider);
    expect(new Set(without)).toEqual(new Set(['google']));
  });
});

describe('models in the configuration', () => {
  test('a field of a known model is changed without touching the rest', () => {
    const { models, problems } = readModels({
      'kling-2.6': { retiresAt: '2027-02-01', inputs: { seed: 'seed', audio: null } },
    });
    expect(problems.map((one) => one.path.join('.'))).toEqual(['kling-2.6.inputs.audio']);
    expect(models.has('kling-2.6')).toBe(false);
    const second = readModels({
      'kling-2.6': { retiresAt: '2027-02-01', inputs: { seed: 'seed' } },
    });
    expect(second.problems).toEqual([]);
    expect(second.models.get('kling-2.6')).toMatchObject({
      vendorModel: 'kwaivgi/kling-v2.6',
      retiresAt: '2027-02-01',
      inputs: { firstFrame: { field: 'start_image' }, seed: 'seed' },
    });
  });

  test('a new model needs no code', () => {
    const { models, problems } = readModels({
      'house-model': {
        provider: 'replicate',
        kind: 'clip',
        vendorModel: 'house/clip',
        inputs: { prompt: 'prompt', firstFrame: { field: 'image' } },
        durations: [4],
        rate: {
          unit: 'video',
          prices: [{ usd: 0.2 }],
          at: '2026-11-01',
          source: 'contract of November',
        },
        source: 'the model page',
      },
    });
    expect(problems).toEqual([]);
    expect(models.get('house-model')).toMatchObject({ deadlineSeconds: 600, fixed: {} });
  });

  test.each([
    [{ vendorModell: 'x' }, 'hailuo', /vendorModell/],
    [{ durations: ['6'] }, 'hailuo.durations.0', /number/],
    [{ durations: [10, 6] }, 'hailuo.durations', /ascending/],
    [
      { rate: { unit: 'video', prices: [{ usd: 0.2 }], source: 'a page' } },
      'hailuo.rate.at',
      /expected string/,
    ],
    [{ rate: { unit: 'hour' } }, 'hailuo.rate.unit', /discriminator|Invalid/],
    [{ durationsAt: { '4k': [6] } }, 'hailuo.durationsAt.4k', /768p, 1080p/],
    [{ retiresAt: 'soon' }, 'hailuo.retiresAt', /date/],
  ])('%j is refused with its path', (patch, path, message) => {
    const { problems } = readModels({ hailuo: patch });
    expect(problems).toHaveLength(1);
    expect(problems[0]!.path.join('.')).toBe(path);
    expect(problems[0]!.message).toMatch(message);
  });
});

describe('tiers', () => {
  const { models } = readModels();

  test('the default ones name models that are there', () => {
    const { tiers, problems } = readTiers({}, models);
    expect(problems).toEqual([]);
    expect(tiers).toEqual(defaultTiers);
  });

  test('an installation changes one model of one tier', () => {
    const { tiers, problems } = readTiers({ draft: { video: 'hailuo' } }, models);
    expect(problems).toEqual([]);
    expect(tiers.draft).toMatchObject({ video: 'hailuo', image: defaultTiers.draft.image });
    expect(tiers.final).toEqual(defaultTiers.final);
  });

  test('a model that is not there, or makes something else, is refused with its path', () => {
    const { problems } = readTiers(
      { draft: { video: 'sora' }, final: { image: 'kling-3' } },
      models,
    );
    expect(problems.map((one) => one.path.join('.'))).toEqual(['draft.video', 'final.image']);
    expect(problems[0]!.message).toContain('wan-2.2-fast');
  });
});
