import { mappedAssets } from '../../src/plugins/reference-assets/admin/src/pages/videos/mapped-assets';
import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/videos';

const using = (documentId: string) => ({ asset: { documentId } }) as Beat['references']['product'];
const references: Beat['references'] = {
  product: using('mug'),
  environment: using('kitchen'),
  logo: null,
};

describe('mappedAssets', () => {
  it('puts the new asset in the place of the role and keeps the others', () => {
    expect(mappedAssets(references, 'product', 'cup').sort()).toEqual(['cup', 'kitchen']);
  });

  it('leaves a role empty', () => {
    expect(mappedAssets(references, 'product', null)).toEqual(['kitchen']);
  });

  it('adds an asset, but never twice', () => {
    expect(mappedAssets(references, null, 'cup').sort()).toEqual(['cup', 'kitchen', 'mug']);
    expect(mappedAssets(references, null, 'mug').sort()).toEqual(['kitchen', 'mug']);
  });
});
