import { thingOf } from '../../../../src/plugins/reference-assets/server/src/library/search/thing-of';

describe('what an asset shows, as a search for it', () => {
  const texts = { name: 'IMG 2041', primaryObject: null, description: null };

  it.each([
    [{ description: 'Black and blue mug on a white table. A red kettle.' }, ['mug']],
    [{ primaryObject: 'running shoe' }, ['shoe']],
    [{ name: 'Old red kettles' }, ['kettle']],
  ])('takes the thing of %j, not what it is like or on', (said, expected) => {
    const words = thingOf({ ...texts, ...said }).split(' ');
    expect(words).toEqual(expect.arrayContaining(expected));
    expect(words.filter((word) => ['blue', 'black', 'red', '2041'].includes(word))).toEqual([]);
  });

  it('names each thing once', () => {
    const said = { name: 'Mug', primaryObject: 'coffee mug', description: 'A mug' };
    const words = thingOf(said).split(' ');
    expect(words.filter((word) => word === 'mug')).toEqual(['mug']);
  });

  it('is nothing where nothing is said', () => {
    expect(thingOf({ name: '', primaryObject: null, description: null })).toBe('');
  });
});
