import { planLocally } from '../../../../src/plugins/reference-assets/server/src/providers/local/planner';
import type {
  BeatChoice,
  MatchCandidate,
  VideoMatchOptions,
} from '../../../../src/plugins/reference-assets/server/src/video/match';
import type { AssetType } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';
import { asset, fakeLibrary, matcherFor } from './fake-library';
import * as words from '../../../../src/plugins/reference-assets/server/src/library/words';
import {
  createMatcher,
  defaultMatchWeights,
} from '../../../../src/plugins/reference-assets/server/src/video/match';

const library: MatchCandidate[] = [
  asset('kettle-a', 'steel electric kettle', { recommendedShotTypes: ['hero_shot', 'medium'] }),
  asset('kettle-b', 'electric kettle made of glass', {
    recommendedShotTypes: [
      'detail_showcase',
      'close_up',
      'extreme_close_up',
      'dramatic_angle',
      'action_shot',
    ],
  }),
  asset('mug', 'blue mug'),
  asset('kitchen-1', 'modern kitchen', { assetType: 'environment' }),
  asset('kitchen-2', 'modern kitchen', { assetType: 'environment' }),
  asset('forest', 'dark forest', { assetType: 'environment' }),
  asset('np-dark', '', { name: 'Northpeak logo dark', assetType: 'logo' }),
  asset('np-light', '', { name: 'Northpeak logo light', assetType: 'logo' }),
  asset('acme', '', { name: 'Acme logo', assetType: 'logo' }),
];

const choose = async (
  prompt: string,
  options: VideoMatchOptions = {},
  from = library,
  durationSeconds = 30,
): Promise<BeatChoice[]> =>
  matcherFor(from).matchVideo(
    planLocally({ prompt, durationSeconds, aspectRatio: '16:9' }),
    options,
  );

const chosen = (choices: BeatChoice[], role: AssetType): string[] =>
  choices.flatMap(({ references }) => references[role]?.asset ?? []);
const distinct = (choices: BeatChoice[], role: AssetType): string[] => [
  ...new Set(chosen(choices, role)),
];

const brief = 'an ad for our electric kettle in a modern kitchen, end on the Northpeak logo';

describe('matchVideo', () => {
  it('keeps one hero product through all beats that want one', async () => {
    for (const prompt of [brief, `energetic ${brief}`, `calm ${brief}`]) {
      for (const seconds of [5, 15, 30, 60]) {
        const choices = await choose(prompt, {}, library, seconds);
        expect(distinct(choices, 'product')).toHaveLength(1);
        expect(distinct(choices, 'product')[0]).toMatch(/^kettle-/);
      }
    }
  });

  it('leaves beats without a product that want none, and offers the other kettle where one is', async () => {
    const choices = await choose(brief);
    expect(choices.some(({ references }) => references.product === null)).toBe(true);
    const [first] = choices.flatMap(({ references }) => references.product ?? []);
    expect(first.manual).toBe(false);
    expect(first.alternatives.map((other) => other.asset)).toEqual([
      first.asset === 'kettle-a' ? 'kettle-b' : 'kettle-a',
    ]);
  });

  it('follows a brief with two products', async () => {
    const choices = await choose(
      'First our kettle, then our mug, finally the logo',
      {},
      library,
      10,
    );
    expect(chosen(choices, 'product')[0]).toMatch(/^kettle-/);
    expect(distinct(choices, 'product')).toHaveLength(2);
    expect(distinct(choices, 'product')).toContain('mug');
  });

  it('takes the named brand’s logo and offers its other form first', async () => {
    const { references } = (await choose(brief)).at(-1) ?? { references: null };
    expect(references?.logo?.asset).toMatch(/^np-/);
    expect(references?.logo?.alternatives[0].asset).toMatch(/^np-/);
  });

  it('takes the brand kit’s logo where the brief names no brand, of several there are', async () => {
    const unnamed = 'Our kettle on a calm morning';
    const logos = library.filter(({ assetType }) => assetType === 'logo');
    expect(logos.length).toBeGreaterThan(1);
    const [wanted] = logos.slice(-1);
    const weights = { ...defaultMatchWeights, brandLogos: ['gone', wanted.documentId] };
    const spec = planLocally({ prompt: unnamed, durationSeconds: 10, aspectRatio: '16:9' });
    const choices = await matcherFor(library, weights).matchVideo(spec, {});
    expect(new Set(chosen(choices, 'logo'))).toEqual(new Set([wanted.documentId]));
  });

  it('varies surroundings that fit equally and leaves out those that do not', async () => {
    expect(distinct(await choose(brief), 'environment').sort()).toEqual(['kitchen-1', 'kitchen-2']);
  });

  it('answers a product the library does not have with none, logo and all, and says why', async () => {
    const choices = await choose('an ad for our coffee grinder');
    expect(chosen(choices, 'product')).toEqual([]);
    expect(chosen(choices, 'logo')).toEqual([]);
    const reasons = choices.flatMap(({ missing }) => missing.product ?? []);
    expect(reasons[0]).toContain('coffee grinder');
    expect(Math.max(...choices.map(({ confidence }) => confidence))).toBeLessThan(0.3);
  });

  it('never lets a machine choose what may not be used', async () => {
    const barred = library.map((one) =>
      one.documentId.startsWith('kettle') ? { ...one, rightsOk: false } : one,
    );
    const choices = await choose(brief, {}, barred);
    expect(chosen(choices, 'product')).toEqual([]);
    expect(choices.flatMap(({ missing }) => missing.product ?? [])[0]).toContain('may not be used');
  });
});

describe('what people decide', () => {
  it('assets given for the video come before better ones, whatever the brief says', async () => {
    const choices = await choose(brief, { referenceAssetIds: ['mug', 'forest', 'acme'] });
    expect(distinct(choices, 'product')).toEqual(['mug']);
    expect(distinct(choices, 'environment')).toEqual(['forest']);
    expect(distinct(choices, 'logo')).toEqual(['acme']);
    const [first] = choices.flatMap(({ references }) => references.product ?? []);
    expect(first.reasons).toContain('you chose it');
    expect(first.manual).toBe(false);
  });

  it('of several given products the one the brief names is the hero', async () => {
    const choices = await choose(brief, { referenceAssetIds: ['mug', 'kettle-b'] });
    expect(distinct(choices, 'product')).toEqual(['kettle-b']);
  });

  it('a given product serves a brief that names none', async () => {
    const choices = await choose('make something beautiful', { referenceAssetIds: ['mug'] });
    expect(distinct(choices, 'product')).toEqual(['mug']);
  });

  it('a choice for one beat holds there and only there', async () => {
    const plain = await choose(brief);
    const order = plain.findIndex(({ references }) => references.product);
    const choices = await choose(brief, { overrides: { [order]: { product: ['mug'] } } });
    expect(choices[order].references.product).toMatchObject({ asset: 'mug', manual: true });
    const others = choices.filter((choice) => choice.order !== order);
    expect(distinct(others, 'product')).toEqual(distinct(plain, 'product'));
  });

  it('a beat may be given a role it did not want, or told to go without', async () => {
    const plain = await choose(brief);
    const without = plain.findIndex(({ references }) => !references.product);
    const having = plain.findIndex(({ references }) => references.product);
    const choices = await choose(brief, {
      overrides: { [without]: { product: ['mug'] }, [having]: { product: [] } },
    });
    expect(choices[without].references.product?.asset).toBe('mug');
    expect(choices[having].references.product).toBeNull();
    expect(choices[having].missing.product).toBeUndefined();
  });

  it('a chosen asset that is gone leaves none, not another in its place', async () => {
    const plain = await choose(brief);
    const order = plain.findIndex(({ references }) => references.product);
    const choices = await choose(brief, { overrides: { [order]: { product: ['deleted'] } } });
    expect(choices[order].references.product).toBeNull();
    expect(choices[order].missing.product).toBeDefined();
  });

  it('excluded assets never come, for the video or for one beat', async () => {
    const all = await choose(brief, { excluded: ['kettle-a'] });
    expect(distinct(all, 'product')).toEqual(['kettle-b']);
    const order = all.findIndex(({ references }) => references.product);
    const one = await choose(brief, {
      excluded: ['kettle-a'],
      excludedByBeat: { [order]: ['kettle-b'] },
    });
    expect(one[order].references.product).toBeNull();
    expect(one.flatMap(({ references }) => references.product?.alternatives ?? [])).toEqual([]);
  });

  it('a second run with the same decisions gives the same answer', async () => {
    const options = { overrides: { 0: { product: ['mug'] } }, excluded: ['kettle-b'] };
    expect(await choose(brief, options)).toEqual(await choose(brief, options));
  });
});

it('asks the library each question only once', async () => {
  const asked: string[] = [];
  const plain = fakeLibrary(library);
  const counting = {
    ...plain,
    candidates: (query: Parameters<typeof plain.candidates>[0]) => {
      asked.push(JSON.stringify(query));
      return plain.candidates(query);
    },
  };
  const spec = planLocally({ prompt: brief, durationSeconds: 60, aspectRatio: '16:9' });
  await createMatcher({ library: counting, words }).matchVideo(spec);
  expect(new Set(asked).size).toBe(asked.length);
});
