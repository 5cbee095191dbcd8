import type { AssetType } from '../../../shared/contracts/vocabulary';
import type { AssetRow } from '../stores/asset-rows';

type Rgb = readonly [number, number, number];

const parseHex = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/**
 * Brand colours for designed backdrops: the configured ones, else those of the chosen logo, else of the product.
 */
export const brandPalette = (
  chosen: Partial<Record<AssetType, AssetRow>>,
  configured: readonly string[],
): Rgb[] => {
  if (configured.length > 0) return configured.map(parseHex);
  const source = chosen.logo?.dominantColors?.length ? chosen.logo : chosen.product;
  return (source?.dominantColors ?? []).slice(0, 4).map((color) => color.rgb);
};
