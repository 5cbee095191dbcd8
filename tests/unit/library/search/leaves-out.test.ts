import { mayAnswer } from '../../../../src/plugins/reference-assets/server/src/library/search/leaves-out';
import {
  foldText,
  parseSearch,
  readDocument,
} from '../../../../src/plugins/reference-assets/server/src/library/words';

const answers = (search: string, description: string, rest: object = {}): boolean => {
  const document = { description, ...rest };
  const text = foldText(description);
  return mayAnswer({ ...readDocument(document), text }, parseSearch(search));
};

describe('what a search leaves out', () => {
  it.each([
    ['-car', 'a red scarf', true],
    ['-car', 'a red car', false],
    ['-car', 'two cars in a street', false],
    ['-cats', 'a cat on a sofa', false],
    ['-art', 'a shopping cart', true],
    ['-t-shirt', 'a shirt', true],
    ['-t-shirt', 'a white t-shirt', false],
    ['-tasse', 'eine Untertasse', true],
    ['-"black mug"', 'a black mug', false],
    ['-"black mug"', 'a mug, black', true],
    ['-猫', '黒猫の写真', false],
  ])('%s: %s %s', (search, description, isThere) => {
    expect(answers(search, description)).toBe(isThere);
  });

  it('is also what a picture is filed as, but not what it might be used for', () => {
    expect(answers('-logo', 'two leaves', { assetType: 'prop logo' })).toBe(false);
    expect(answers('-dress', 'a lamp', { usage: ['set dressing'] })).toBe(true);
    expect(answers('mug -black', 'a dark blue mug', { colors: ['navy', 'black'] })).toBe(true);
  });
});

describe('a phrase', () => {
  it.each([
    ['"red car"', 'a scarred carpet', false],
    ['"red car"', 'a red car', true],
    ['"coffee mug"', 'white coffee mugs', true],
    ['"two-slice"', 'a two-slice toaster', true],
  ])('%s in: %s %s', (search, description, isThere) => {
    expect(answers(search, description)).toBe(isThere);
  });
});
