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

/**
 * Type of an asset from its pixels and, where given, from words of its file name and description.
 *
 * A word shifts the odds, it does not decide: a photograph named "logo" whose pixels say otherwise stays doubtful.
 */
export const assetTypeFrom = (features: PixelFeatures, words = ''): AssetTypeGuess => {
  const named = typesNamedIn(words);
  const pixels = probabilities(assetTypeModel, features);
  const odds = assetTypes.map((type) => {
    const share = pixels[assetTypeModel.kinds.indexOf(type)]!;
    const odds = share * (named.has(type) ? WORD_ODDS : 1);
    return fillsFrame.has(type) && features.transparent > CUT_OUT_SHARE
      ? odds * CUT_OUT_ODDS
      : odds;
  });
  const total = odds.reduce((a, b) => a + b, 0);
  const best = odds.indexOf(Math.max(...odds));
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
