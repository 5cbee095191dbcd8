import {
  allow,
  exclude,
  leaveOut,
  pin,
  readChoices,
  use,
  writeChoices,
} from '../../../src/plugins/reference-assets/server/src/video/beat-choices';
import { rearranged } from '../../../src/plugins/reference-assets/server/src/video/choice-keys';
import type { StoredReferences } from '../../../src/plugins/reference-assets/server/src/stores/video-rows';

const other = (assetId: string, score: number) => ({ assetId, score, reasons: [`why ${assetId}`] });
const references: StoredReferences = {
  product: { ...other('a', 0.9), manual: false, alternatives: [other('b', 0.8), other('c', 0.7)] },
  logo: { ...other('l', 0.5), manual: false, alternatives: [] },
};
const choices = readChoices(references, { 'not:1': ['z'] }, 0);

describe('what people decide about a beat', () => {
  it('puts an asset in by hand and keeps what was there as the first alternative', () => {
    const product = use(choices, 'product', 'c').references.product;
    expect(product).toMatchObject({ assetId: 'c', manual: true });
    expect(product?.alternatives.map(({ assetId }) => assetId)).toEqual(['a', 'b']);
    expect(use(choices, 'product', 'c').references.logo).toEqual(references.logo);
  });

  it('keeps an excluded asset out, and the best of the others takes its place', () => {
    const without = exclude(choices, 'a');
    expect(without.references.product).toMatchObject({ assetId: 'b', manual: false });
    expect(without.excluded).toEqual(['a']);
    const empty = exclude(exclude(without, 'b'), 'c');
    expect(empty.references.product).toBeNull();
    expect(allow(without, 'product', 'a').references.product?.alternatives.at(-1)).toMatchObject({
      assetId: 'a',
    });
  });

  it('is kept by beat and read back', () => {
    const pinned = leaveOut(pin(choices, 'product', true), 'logo');
    const mapping = writeChoices({ 'not:1': ['z'], '0': ['old'] }, 0, pinned);
    expect(mapping).toEqual({ '0': ['a'], 'none:0': ['logo'], 'not:1': ['z'] });
    expect(readChoices(references, mapping, 0).empty).toEqual(['logo']);
    expect(readChoices(references, { '0': [] }, 0).empty).toHaveLength(6);
  });

  it('goes with the beats when they change places', () => {
    const mapping = { '0': ['a'], 'none:0': ['logo'], 'not:1': ['z'], '2': ['gone'] };
    expect(rearranged(mapping, [1, 0, 0])).toEqual({
      'not:0': ['z'],
      '1': ['a'],
      'none:1': ['logo'],
      '2': ['a'],
      'none:2': ['logo'],
    });
  });
});
