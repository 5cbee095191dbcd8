import type { AssetEdit } from '../../../shared/contracts/assets';

/** What a person said of an asset, with what follows from it: a thing called a product is no logo, and the reverse. */
export const whatWasSaid = (edit: AssetEdit): AssetEdit =>
  edit.assetType === undefined || edit.isLogo !== undefined
    ? edit
    : { ...edit, isLogo: edit.assetType === 'logo' };
