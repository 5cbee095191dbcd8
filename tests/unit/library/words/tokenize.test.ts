import {
  relation,
  splitWords,
  stem,
  tokenize,
  widen,
} from '../../../../src/plugins/reference-assets/server/src/library/words';

describe('splitWords', () => {
  it('takes compound spellings apart and folds accents', () => {
    expect(splitWords('redTrailShoe_v2 crème-Brûlée Straße')).toEqual([
      'red',
      'trail',
      'shoe',
      'v2',
      'creme',
      'brulee',
      'strasse',
    ]);
  });

  it('leaves out possessives and single letters, and survives text without words', () => {
    expect(splitWords("Acme's G logo")).toEqual(['acme', 'logo']);
    expect(splitWords('🔥 — !!')).toEqual([]);
  });
});

describe('stem', () => {
  it.each([
    ['shoes', 'shoe'],
    ['boxes', 'box'],
    ['hoodies', 'hoodie'],
    ['berries', 'berry'],
    ['running', 'run'],
    ['gardening', 'garden'],
    ['wooden', 'wood'],
    ['women', 'woman'],
    ['shelves', 'shelf'],
  ])('reads %s and %s as one word', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['glass', 'gla'],
    ['ring', 'r'],
    ['string', 'str'],
    ['red', 'r'],
    ['woods', 'wood'],
  ])('keeps %s apart from %s', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe('tokenize', () => {
  it('leaves out stop words in four languages', () => {
    expect(tokenize('an ad for our trail shoes')).toEqual(['ad', 'trail', 'shoe']);
    expect(tokenize('Werbung für unsere Schuhe')).toEqual(['werbung', 'schuhe']);
    expect(tokenize('pour notre voiture')).toEqual(['voiture']);
    expect(tokenize('para nuestra taza')).toEqual(['taza']);
  });

  it('keeps stop words when there is nothing else', () => {
    expect(tokenize('the who')).toEqual(['the', 'who']);
  });
});

describe('relation', () => {
  const kindOf = (query: string, word: string) => relation(stem(query), stem(word))?.kind ?? null;

  it('tells the same word, synonyms, kinds, typos, beginnings and parts of compounds', () => {
    expect(kindOf('hiking', 'hike')).toBe('same');
    expect(kindOf('sneaker', 'shoes')).toBe('synonym');
    expect(kindOf('Schuhe'.toLowerCase(), 'shoe')).toBe('synonym');
    expect(kindOf('shoe', 'loafers')).toBe('kind');
    expect(kindOf('ketle', 'kettle')).toBe('typo');
    expect(kindOf('kettel', 'kettle')).toBe('typo');
    expect(kindOf('umbr', 'umbrella')).toBe('beginning');
    expect(kindOf('schuh', 'wanderschuh')).toBe('part');
  });

  it('does not answer a special word with a general one, nor short words with their neighbours', () => {
    expect(kindOf('loafers', 'shoe')).toBeNull();
    expect(kindOf('cat', 'car')).toBeNull();
    expect(kindOf('forest', 'wooden')).toBeNull();
  });

  it('ranks a whole word above a beginning', () => {
    const half = relation('kett', 'kettle')?.strength ?? 0;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(relation('kettle', 'kettle')?.strength ?? 0);
  });
});

describe('widen', () => {
  it('adds synonyms and kinds behind the words asked, each once', () => {
    const wide = widen(['sneakers', 'red']);
    expect(wide.slice(0, 2)).toEqual(['sneakers', 'red']);
    expect(wide).toEqual(expect.arrayContaining(['shoe', 'trainer', 'rot']));
    expect(widen(['shoe'])).toEqual(expect.arrayContaining(['sneaker', 'loafer', 'boot']));
    expect(new Set(wide).size).toBe(wide.length);
  });

  it('leaves unknown words alone', () => {
    expect(widen(['zyzzyva'])).toEqual(['zyzzyva']);
  });
});
