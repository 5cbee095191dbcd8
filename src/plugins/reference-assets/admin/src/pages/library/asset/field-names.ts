import type { TextId } from '../../../hooks/use-text';

/** Fields that people may set, in the order they read them, each with its name. */
export const fieldNames: ReadonlyMap<string, TextId> = new Map<string, TextId>([
  ['name', 'asset.name'],
  ['description', 'asset.description'],
  ['altText', 'asset.altText'],
  ['assetType', 'asset.type'],
  ['primaryObject', 'asset.object'],
  ['isLogo', 'asset.logo'],
  ['colors', 'asset.colors'],
  ['styleTags', 'asset.tags'],
  ['recommendedShotTypes', 'asset.shots'],
  ['usageContexts', 'asset.contexts'],
  ['hasText', 'asset.text'],
  ['visibleText', 'asset.visibleText'],
  ['logoPositionPreference', 'asset.logoPosition'],
  ['logoStyle', 'asset.logoStyle'],
  ['rights', 'asset.rights'],
]);
