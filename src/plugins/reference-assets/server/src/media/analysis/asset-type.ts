import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import type { PixelFeatures } from './features';
import { assetTypeModel } from './pixel-models';
import { contributions, probabilities } from './softmax';
import { typesNamedIn } from './type-words';
import { typeReason } from './type-reasons';

/** What a picture shows, how sure that is, and why. */
export interface AssetTypeGuess {
  type: AssetType;
  /** 0–1: about how often such a guess is right. */
  confidence: number;
  reasons: string[];
}

/** How many times likelier a type becomes when a word of the name or description speaks of it. */
const WORD_ODDS = 12;

/** Places and textures fill their picture; one that is largely see-through shows a thing that was cut out. */
const fillsFrame: ReadonlySet<AssetType> = new Set(['environment', 'texture']);
const CUT_OUT_SHARE = 0.15;
const CUT_OUT_ODDS = 0.02;

/** How likely each type is by its pixels: how likely a logo is has a model of its own, the rest is shared by the others. */
const sharesOf = (features: PixelFeatures, logoScore: number): number[] => {
  const shares = probabilities(assetTypeModel, features);
  const others = 1 - shares[assetTypeModel.kinds.indexOf('logo')]!;
  return assetTypes.map((type) => {
    const share = shares[assetTypeModel.kinds.indexOf(type)]!;
    return type === 'logo' ? logoScore : ((1 - logoScore) * share) / Math.max(others, 1e-9);
  });
};

/**
 * Type of an asset from its pixels, from how likely it is a logo (0–1), and, where given, from words of its file name and description.
 *
 * A word shifts the odds, it does not decide: a photograph named "logo" whose pixels say otherwise stays doubtful.
 */
export const assetTypeFrom = (
  features: PixelFeatures,
  logoScore: number,
  words = '',
): AssetTypeGuess => {
  const named = typesNamedIn(words);
  const shares = sharesOf(features, logoScore);
  const odds = assetTypes.map((type, i) => {
    const odds = shares[i]! * (named.has(type) ? WORD_ODDS : 1);
    return fillsFrame.has(type) && features.transparent > CUT_OUT_SHARE
      ? odds * CUT_OUT_ODDS
      : odds;
  });
  const total = odds.reduce((a, b) => a + b, 0);
  // What is likelier no logo is not typed as one against that: it is whatever else it is likeliest.
  const mayBeLogo = logoScore >= 0.5 || named.has('logo');
  const open = odds.map((own, i) => (assetTypes[i] === 'logo' && !mayBeLogo ? 0 : own));
  const best = open.indexOf(Math.max(...open));
  const type = assetTypes[best]!;
  const reasons = contributions(assetTypeModel, features, type)
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .flatMap(({ feature }) => typeReason(feature, features) ?? [])
    .slice(0, 3);
  const word = named.get(type);
  if (word !== undefined) reasons.unshift(`its name or description says "${word}"`);
  return { type, confidence: odds[best]! / total, reasons };
};
