import {
  tokenize,
  wordScore,
  type WordDocument,
} from '../../../../src/plugins/reference-assets/server/src/library/words';

const score = (query: string, doc: WordDocument): number => wordScore(tokenize(query), doc).score;

describe('wordScore', () => {
  it('is 1 when the name has every word and 0 when nothing is there', () => {
    expect(score('trail shoe', { name: 'Trail shoe' })).toBe(1);
    expect(score('trail shoe', { name: 'Glass jar' })).toBe(0);
    expect(score('trail shoe', {})).toBe(0);
    expect(score('', { name: 'Trail shoe' })).toBe(0);
  });

  it('values the name over the description over the type', () => {
    const name = score('kettle', { name: 'Kettle' });
    const description = score('kettle', { description: 'a kettle' });
    const type = score('product', { assetType: 'product' });
    expect(name).toBeGreaterThan(description);
    expect(description).toBeGreaterThan(type);
    expect(type).toBeGreaterThan(0);
  });

  it('values the thing over its colour', () => {
    const shoe = score('red shoe', { description: 'blue canvas shoe' });
    const car = score('red shoe', { description: 'red sports car' });
    expect(shoe).toBeGreaterThan(car);
  });

  it('meets words written together and apart', () => {
    expect(score('hairdryer', { description: 'black hair dryer' })).toBeGreaterThan(0.8);
    expect(score('hair dryer', { fileName: 'hairdryer.jpg' })).toBeGreaterThan(0.7);
    expect(score('github', { name: 'GitHub mark' })).toBe(1);
  });

  it('reads file names without their ending', () => {
    expect(score('jpg', { fileName: 'kettle.jpg' })).toBe(0);
    expect(score('kettle', { fileName: '059-electric_kettle.jpg' })).toBeGreaterThan(0.7);
  });

  it('says what matched, where and how', () => {
    const { matched } = wordScore(tokenize('sneaker ketle'), {
      name: 'Canvas shoe',
      tags: ['kettle'],
    });
    expect(matched).toEqual([
      'name has "shoe", which means "sneaker"',
      'tags has "kettle", which is nearly "ketle"',
    ]);
  });

  it('stays within 0 and 1 for long queries and repeated words', () => {
    const value = score('shoe '.repeat(500) + 'red '.repeat(500), { name: 'red shoe shoe shoe' });
    expect(value).toBeGreaterThan(0.9);
    expect(value).toBeLessThanOrEqual(1);
  });
});
