import {
  changeOf,
  takenBack,
} from '../../../../src/plugins/reference-assets/server/src/library/shelf/change-of';
import type { AssetRow } from '../../../../src/plugins/reference-assets/server/src/stores/asset-rows';

const row = (fields: Partial<AssetRow>): AssetRow =>
  ({ documentId: 'a1', styleTags: null, isLogo: false, humanFields: [], ...fields }) as AssetRow;
const change = (asset: AssetRow, edit: object) =>
  changeOf(asset, { assetIds: ['a1'], ...edit } as never);

describe('a change of many, for one asset', () => {
  it('touches only what becomes different', () => {
    const asset = row({ assetType: 'product', styleTags: ['warm'] });
    expect(change(asset, { assetType: 'product', addTags: ['warm'] })).toBeNull();
    expect(change(asset, { assetType: 'prop', addTags: ['warm'] })?.after).toEqual({
      assetType: 'prop',
    });
  });

  it('calls a thing typed as logo a logo, and no other', () => {
    expect(change(row({ assetType: 'prop' }), { assetType: 'logo' })?.after).toEqual({
      assetType: 'logo',
      isLogo: true,
    });
  });

  it('adds and removes tags among those that are there', () => {
    const asset = row({ styleTags: ['warm', 'old'] });
    const found = change(asset, { addTags: ['new', 'warm'], removeTags: ['old'] });
    expect(found).toMatchObject({
      before: { styleTags: ['warm', 'old'] },
      after: { styleTags: ['warm', 'new'] },
    });
  });

  it('is taken back where nobody has changed it since, and gives the field back to the analysis', () => {
    const before = row({ assetType: 'prop', humanFields: ['name'] });
    const found = change(before, { assetType: 'product', rights: { licence: 'ours' } });
    if (!found) throw new Error('expected a change');
    const after = row({
      ...found.after,
      assetType: 'texture', // a person's later word
      humanFields: ['name', 'assetType', 'rights'],
    });
    expect(takenBack(after, found)).toEqual({
      values: { rights: null },
      humanFields: ['name', 'assetType'],
    });
  });

  it('leaves an asset alone of which everything was changed since', () => {
    const found = change(row({ assetType: 'prop' }), { assetType: 'product' });
    if (!found) throw new Error('expected a change');
    expect(takenBack(row({ assetType: 'person' }), found)).toBeNull();
  });
});
