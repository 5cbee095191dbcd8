import {
  rightsPolicy,
  rightsStatusOf,
} from '../../../src/plugins/reference-assets/shared/contracts/rights';

const at = new Date('2026-03-10T12:00:00Z');
const licensedUntil = (expiresAt: string) => ({
  rights: { licence: 'Stock', expiresAt },
  assetType: 'product',
});

it.each([
  ['2026-03-10', 30, '2026-03-10'],
  ['2026-04-08', 30, '2026-04-08'],
  ['2026-04-09', 30, null],
  ['2026-03-09', 30, null],
  ['2026-03-12T08:00:00Z', 2, '2026-03-12'],
  ['2026-03-12', 0, null],
])('a licence until %s is pointed out %i days before: %s', (expiresAt, warnDays, endsSoon) => {
  const rules = rightsPolicy.parse({ warnDays });
  expect(rightsStatusOf(licensedUntil(expiresAt), rules, at).endsSoon).toBe(endsSoon);
});
