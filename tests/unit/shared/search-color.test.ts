import { searchQuery } from '../../../src/plugins/reference-assets/shared/contracts/asset-search';

const colorOf = (color: string): string | undefined | null => {
  const parsed = searchQuery.safeParse({ color });
  return parsed.success ? parsed.data.color : null;
};

it.each([
  ['dark green', 'dark green'],
  ['#C39', '#C39'],
  ['#c0392b', '#c0392b'],
  ['c0392b', '#c0392b'],
  ['#c0392', null],
  ['#zzzzzz', null],
  ['#', null],
])('the colour %s is read as %s', (said, read) => {
  expect(colorOf(said)).toBe(read);
});
