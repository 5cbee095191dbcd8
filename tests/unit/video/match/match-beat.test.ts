import {
  completeWeights,
  type MatchCandidate,
  type MatchRequest,
} from '../../../../src/plugins/reference-assets/server/src/video/match';
import type { RoleWish } from '../../../../src/plugins/reference-assets/shared/contracts/spec';
import type { AssetType } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';
import { asset, matcherFor } from './fake-library';

const wish = (...phrases: string[]): RoleWish => ({ wanted: true, words: phrases });

const library: MatchCandidate[] = [
  asset('running', 'feet wearing running shoes'),
  asset('plimsoll', 'blue slip-on canvas shoe cut-out'),
  asset('mug', 'black and yellow coffee mug on white background'),
  asset('dark-mug', 'dark blue mug cut-out'),
  asset('kettle', 'stainless steel electric kettle on plain background', {
    recommendedShotTypes: ['hero_shot'],
  }),
  asset('espresso', 'espresso machine on white'),
  asset('beer', 'row of beer bottles'),
  asset('juice', 'green apple juice bottle cut-out'),
  asset('red-car', 'red sports car on white'),
  asset('silver-car', 'silver concept car at a show'),
  asset('alp', 'green alpine valley', { assetType: 'environment' }),
  asset('bay', 'sea bay with hills', { assetType: 'environment' }),
  asset('shelves', 'library shelves', { assetType: 'environment' }),
  asset('boards', 'wooden floor boards texture', { assetType: 'texture' }),
  asset('woman', 'woman in a kimono jacket', { assetType: 'person' }),
  asset('strawberry', 'strawberry on white', { assetType: 'prop' }),
  asset('screenshot', 'screenshot of an image library', { assetType: 'prop' }),
  asset('nasa', 'NASA insignia', { assetType: 'logo' }),
  asset('github', 'GitHub octocat mark', { assetType: 'logo' }),
];
const matcher = matcherFor(library);

const ask = (
  role: AssetType,
  phrases: string[],
  rest: Partial<MatchRequest> = {},
  from = matcher,
) =>
  from.matchBeat({
    beat: { shotType: 'hero_shot', action: '', roles: { [role]: wish(...phrases) } },
    limit: 5,
    ...rest,
  });
const first = async (role: AssetType, ...phrases: string[]): Promise<string | null> =>
  (await ask(role, phrases))[role][0]?.asset ?? null;

describe('the product', () => {
  it.each([
    ['trail shoe', 'running'],
    ['blue canvas sneakers', 'plimsoll'],
    ['coffee mug', 'mug'],
    ['travel mug', 'dark-mug'],
    ['electric kettle', 'kettle'],
    ['coffee maker', 'espresso'],
    ['craft beer', 'beer'],
    ['apple juice', 'juice'],
    ['silver car', 'silver-car'],
    ['Wasserkocher', 'kettle'],
  ])('%s is answered by %s', async (phrase, id) => {
    expect(await first('product', phrase)).toBe(id);
  });

  it.each([
    'coffee grinder',
    'coffee',
    'washing machine',
    'wine bottle',
    'water bottle',
    'green car',
    'toy car',
    'shoe polish',
    'mug rack',
    'loafers',
    'backpack',
    'GitHub',
  ])('%s is answered by nothing, with a reason', async (phrase) => {
    const match = await ask('product', [phrase]);
    expect(match.product).toEqual([]);
    expect(match.missing.product).toContain(phrase);
    expect(match.confidence).toBe(0);
    expect(match.firstDesignConfidence).toBe(0);
  });

  const others = matcherFor([
    asset('table-lamp', 'table lamp with white shade'),
    asset('banana-juice', 'banana juice bottle cut-out'),
    asset('taxi', 'yellow taxi'),
    asset('laptop', 'laptop computer on a desk'),
    asset('reader', 'girl reading a book'),
  ]);

  it.each(['floor lamp', 'orange juice', 'sports car', 'book light'])(
    'another kind of the thing is no %s',
    async (phrase) => {
      expect((await ask('product', [phrase], {}, others)).product).toEqual([]);
    },
  );

  it.each([
    ['lamp', 'table-lamp'],
    ['Aurora lamp', 'table-lamp'],
    ['juice', 'banana-juice'],
    ['laptop', 'laptop'],
  ])('%s is still answered by %s', async (phrase, id) => {
    const { product } = await ask('product', [phrase], {}, others);
    expect(product[0]?.asset).toBe(id);
  });

  it('takes a picture that speaks for itself, though no word does', async () => {
    const seen = matcherFor([asset('x', '', { semantic: 0.9 }), asset('y', '', { semantic: 0.3 })]);
    const { product } = await ask('product', ['coffee grinder'], {}, seen);
    expect(product.map((candidate) => candidate.asset)).toEqual(['x']);
    expect(product[0].reasons.join()).toContain('speaks for it');
  });

  it('is looked for by name when only the name is a name', async () => {
    const named = matcherFor([
      asset('a1', 'a lamp', { name: 'Aurora' }),
      asset('a2', 'a lamp', { name: 'Lux' }),
    ]);
    const { product } = await ask(
      'product',
      [],
      { product: { name: 'Aurora', words: ['aurora'] } },
      named,
    );
    expect(product.map((candidate) => candidate.asset)).toEqual(['a1']);
  });

  it('finds names in any order and under technical file names', async () => {
    const files = matcherFor([
      asset('a', '', { name: 'shoe-trail-red_v3-final.png' }),
      asset('b', '', { name: '059-product-electric-kettle-1-7l-stainless-steel' }),
    ]);
    expect((await ask('product', ['trail shoe'], {}, files)).product[0].asset).toBe('a');
    expect((await ask('product', ['electric kettle'], {}, files)).product[0].asset).toBe('b');
  });

  it('wins back what analysis filed wrongly, saying so, but never a logo that calls itself one', async () => {
    const misfiled = matcherFor([
      asset('kettle', 'steel kettle', { assetType: 'logo' }),
      asset('kettle-brand', 'kettle logo', { assetType: 'logo' }),
    ]);
    const { product } = await ask('product', ['kettle'], {}, misfiled);
    expect(product.map((candidate) => candidate.asset)).toEqual(['kettle']);
    expect(product[0].reasons).toContain('is filed as logo, not as product');
  });
});

describe('a brief that names no product', () => {
  const open = {
    beat: { shotType: 'hero_shot' as const, action: 'It stands there', roles: { product: wish() } },
    limit: 5,
  };

  it('takes the only product there is and says so', async () => {
    const one = matcherFor([
      asset('kettle', 'kettle'),
      asset('alp', 'valley', { assetType: 'environment' }),
    ]);
    const { product } = await one.matchBeat(open);
    expect(product[0].asset).toBe('kettle');
    expect(product[0].reasons.join()).toContain('the only product in the library');
  });

  it('takes none of several', async () => {
    const match = await matcher.matchBeat(open);
    expect(match.product).toEqual([]);
    expect(match.missing.product).toContain('names no product');
  });

  it('takes what the action mentions', async () => {
    const { product } = await matcher.matchBeat({
      ...open,
      beat: { ...open.beat, action: 'The kettle begins to sing' },
    });
    expect(product.map((candidate) => candidate.asset)).toEqual(['kettle']);
  });
});

describe('surroundings, people and things', () => {
  it.each([
    ['environment', ['mountains'], 'alp'],
    ['environment', ['library'], 'shelves'],
    ['environment', ['rooftop', 'city'], null],
    ['environment', ['modern', 'kitchen'], null],
    ['texture', ['wooden table'], 'boards'],
    ['texture', ['marble'], null],
    ['person', ['young woman'], 'woman'],
    ['person', ['people'], 'woman'],
    ['person', ['soldier'], null],
    ['prop', ['fresh strawberries'], 'strawberry'],
    ['prop', ['teddy bear'], null],
  ] as [AssetType, string[], string | null][])('%s %j: %s', async (role, phrases, id) => {
    expect(await first(role, ...phrases)).toBe(id);
  });

  it('are looked for in the action when a beat names no roles', async () => {
    const match = await matcher.matchBeat({
      beat: {
        shotType: 'wide',
        action: 'A woman drinks from an electric kettle in a library with a strawberry',
      },
      limit: 3,
    });
    expect(match.product[0].asset).toBe('kettle');
    expect(match.environment[0].asset).toBe('shelves');
    expect(match.person[0].asset).toBe('woman');
    expect(match.prop[0].asset).toBe('strawberry');
    expect(match.texture).toEqual([]);
  });
});

describe('the logo', () => {
  it('is that of the brand named, or none', async () => {
    expect(await first('logo', 'github')).toBe('github');
    expect(await first('logo', 'Acme')).toBeNull();
  });

  it('follows a proper name in the product’s name', async () => {
    const { logo } = await ask('logo', [], {
      product: { name: 'GitHub mug', words: ['github', 'mug'] },
    });
    expect(logo.map((candidate) => candidate.asset)).toEqual(['github']);
  });

  it('is not guessed among several brands whose files are named alike', async () => {
    const neutral = ['Docker whale logo', 'Stripe logo'].map((words, index) =>
      asset(`neutral-${index}`, words, { name: 'A', assetType: 'logo' }),
    );
    expect((await ask('logo', [], {}, matcherFor(neutral))).logo).toEqual([]);
  });

  it('is never guessed from what merely has a mark on it', async () => {
    const flag = asset('flag', 'flag of the Netherlands', { assetType: 'prop', isLogo: true });
    expect((await ask('logo', [], {}, matcherFor([flag]))).logo).toEqual([]);
  });

  it('is not guessed among several brands when no brand is named', async () => {
    expect((await ask('logo', [])).logo).toEqual([]);
  });

  it('is a guess, and called one, where the configuration wants one', async () => {
    const bold = matcherFor(library, completeWeights({ logoWhenUnnamed: 'best' }));
    const { logo } = await ask('logo', [], {}, bold);
    expect(logo).toHaveLength(2);
    expect(logo[0].reasons.join()).toContain('guess');
    expect(logo[0].score).toBeLessThan(0.6);
  });

  it('is not guessed when told not to, nor for a product the library does not know', async () => {
    const strict = matcherFor(library, completeWeights({ logoWhenUnnamed: 'none' }));
    expect((await ask('logo', [], {}, strict)).logo).toEqual([]);
    const unknown = { product: { name: 'coffee grinder', words: ['coffee', 'grinder'] } };
    expect((await ask('logo', [], unknown)).logo).toEqual([]);
  });

  it('is taken in both forms when the library has one brand only', async () => {
    const strict = completeWeights({ logoWhenUnnamed: 'single' });
    const forms = [
      asset('l1', '', { name: 'Northpeak logo dark', assetType: 'logo' }),
      asset('l2', '', { name: 'northpeak-logo-light.svg', assetType: 'logo' }),
    ];
    expect((await ask('logo', [], {}, matcherFor(forms, strict))).logo).toHaveLength(2);
    const other = asset('l3', '', { name: 'Acme logo', assetType: 'logo' });
    expect((await ask('logo', [], {}, matcherFor([...forms, other], strict))).logo).toEqual([]);
  });
});

describe('a brand with several logos', () => {
  const kit = [
    ...['dark', 'light'].map((tone) =>
      asset(`z-${tone}`, '', { name: `Northpeak logo ${tone}`, assetType: 'logo' }),
    ),
    ...['dark', 'light'].map((tone) =>
      asset(`a-${tone}`, '', { name: `Northpeak symbol ${tone}`, assetType: 'logo' }),
    ),
  ];

  it.each([[[]], [['Northpeak']]])('is one brand, its name before its mark: %j', async (named) => {
    const { logo } = await ask('logo', named, {}, matcherFor(kit));
    expect(logo.map(({ asset: id }) => id.slice(0, 1))).toEqual(['z', 'z', 'a', 'a']);
  });

  it('shows its mark where that is asked for', async () => {
    const { logo } = await ask('logo', ['Northpeak symbol'], {}, matcherFor(kit));
    expect(logo[0].asset).toMatch(/^a-/);
  });

  it('may be called by a word that elsewhere says a form', async () => {
    const black = asset('b', '', { name: 'Black logo', assetType: 'logo' });
    const { logo } = await ask('logo', ['Black'], {}, matcherFor([black, ...kit]));
    expect(logo.map((candidate) => candidate.asset)).toEqual(['b']);
  });
});

describe('scores and people’s wishes', () => {
  it('shows parts that explain the score, all between 0 and 1', async () => {
    const { product } = await ask('product', ['kettle']);
    expect(product[0].parts).toMatchObject({ semantic: null, shotType: 1, role: 1, rights: 1 });
    expect(product[0].reasons).toContain('suits a hero shot');
    for (const value of Object.values(product[0].parts)) {
      expect(value ?? 0).toBeGreaterThanOrEqual(0);
      expect(value ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('prefers what suits the shot, what is similar, what is used more', async () => {
    const pair = (rest: Partial<MatchCandidate>) =>
      matcherFor([
        asset('plain', 'kettle', { semantic: 0.5, recommendedShotTypes: ['wide'] }),
        asset('z', 'kettle', { semantic: 0.5, recommendedShotTypes: ['wide'], ...rest }),
      ]);
    for (const rest of [
      { recommendedShotTypes: ['hero_shot' as const] },
      { semantic: 0.8 },
      { usageCount: 9 },
    ]) {
      expect((await ask('product', ['kettle'], {}, pair(rest))).product[0].asset).toBe('z');
    }
  });

  it('lists what may not be used last, and says why', async () => {
    const pair = matcherFor([
      asset('barred', 'steel kettle', { rightsOk: false }),
      asset('free', 'kettle with a broken lid'),
    ]);
    const { product } = await ask('product', ['steel kettle'], {}, pair);
    expect(product.map((candidate) => candidate.asset)).toEqual(['free', 'barred']);
    expect(product[1].reasons.join()).toContain('rights');
  });

  it('follows the weights it is given', async () => {
    const two = [
      asset('named', 'kettle', { semantic: 0.1 }),
      asset('seen', 'pot', { semantic: 0.95 }),
    ];
    const onlyMeaning = completeWeights({
      parts: { semantic: 1, words: 0, shotType: 0, role: 0, name: 0, rights: 0, use: 0 },
    });
    expect((await ask('product', ['kettle'], {}, matcherFor(two))).product[0].asset).toBe('named');
    expect(
      (await ask('product', ['kettle'], {}, matcherFor(two, onlyMeaning))).product[0].asset,
    ).toBe('seen');
  });

  it('puts pinned assets first, even where nothing speaks for them, and drops excluded ones', async () => {
    const match = await ask('product', ['electric kettle'], {
      pinned: { product: ['mug', 'gone'] },
      excluded: ['kettle'],
    });
    expect(match.product.map((candidate) => candidate.asset)).toEqual(['mug']);
    expect(match.product[0].reasons[0]).toBe('you chose it');
  });

  it('keeps to the limit and to the roles wanted', async () => {
    const match = await matcher.matchBeat({
      beat: {
        shotType: 'wide',
        action: 'a mug',
        roles: { product: wish('mug'), person: { wanted: false, words: ['woman'] } },
      },
      limit: 1,
    });
    expect(match.product).toHaveLength(1);
    expect(match.person).toEqual([]);
    expect(match.missing).toEqual({});
  });

  it('is sure of a beat that wants nothing', async () => {
    const match = await matcher.matchBeat({
      beat: { shotType: 'wide', action: 'Black', roles: {} },
      limit: 3,
    });
    expect(match).toMatchObject({ confidence: 1, firstDesignConfidence: 1, product: [] });
  });
});
