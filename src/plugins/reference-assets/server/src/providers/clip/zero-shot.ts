import { createHash } from 'node:crypto';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import type { Encoder } from '../ports';
import type { ZeroShotVocabulary } from './vocabulary';

/** What a picture is most like, in the words of a vocabulary. */
export interface ZeroShotWords {
  assetType: AssetType;
  /** 0–1, of `assetType`. */
  confidence: number;
  /** How likely it is of each type; sums to 1. */
  types: Record<AssetType, number>;
  /** Null when nothing of the vocabulary stands out. */
  primaryObject: string | null;
  styleTags: string[];
}

/** CLIP's learned temperature: cosines times this are logits. Source: the CLIP paper §3.2, clipped at 100. */
const logitScale = 100;
const surest = 0.35;
/** A style must be this much nearer than the average one. Units: cosine. */
const styleLead = 0.02;
const mostStyles = 4;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

const softmax = (cosines: readonly number[]): number[] => {
  const top = Math.max(...cosines);
  const powers = cosines.map((cosine) => Math.exp(logitScale * (cosine - top)));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
};

const indexOfMost = (values: readonly number[]): number => values.indexOf(Math.max(...values));

/**
 * Describes pictures by comparing their vectors with those of a vocabulary's phrases, which are encoded once.
 *
 * `version` names the vocabulary: another one gives other words.
 */
export const createZeroShot = (
  encoder: Pick<Encoder, 'model' | 'encodeText'>,
  vocabulary: ZeroShotVocabulary,
) => {
  const known = new Map<string, Promise<Float32Array>>();
  const vectorOf = (phrase: string): Promise<Float32Array> => {
    const earlier = known.get(phrase);
    if (earlier) return earlier;
    const vector = encoder.encodeText(phrase);
    known.set(phrase, vector);
    // One that failed is tried again by whoever needs it next.
    vector.catch(() => known.delete(phrase));
    return vector;
  };
  const cosinesOf = async (picture: ArrayLike<number>, phrases: readonly string[]) => {
    const cosines: number[] = [];
    for (const phrase of phrases) cosines.push(dot(picture, await vectorOf(phrase)));
    return cosines;
  };
  const hash = createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex').slice(0, 8);

  return {
    model: encoder.model,
    version: `vocabulary-${hash}`,

    /** Throws: `ProviderError` of the encoder. */
    async describe(picture: ArrayLike<number>): Promise<ZeroShotWords> {
      const { types: phrases, objects, styles } = vocabulary;
      const nearest: number[] = [];
      for (const type of assetTypes)
        nearest.push(Math.max(...(await cosinesOf(picture, phrases[type]))));
      const shares = softmax(nearest);
      const best = indexOfMost(shares);
      const byObject = softmax(await cosinesOf(picture, objects));
      const object = indexOfMost(byObject);
      const byStyle = await cosinesOf(picture, styles);
      const average = byStyle.reduce((a, b) => a + b, 0) / byStyle.length;
      return {
        assetType: assetTypes[best]!,
        confidence: shares[best]!,
        types: Object.fromEntries(
          assetTypes.map((type, i) => [type, shares[i]!]),
        ) as ZeroShotWords['types'], // every type is there
        primaryObject: byObject[object]! >= surest ? objects[object]! : null,
        styleTags: styles
          .map((style, i) => ({ style, lead: byStyle[i]! - average }))
          .filter(({ lead }) => lead >= styleLead)
          .sort((a, b) => b.lead - a.lead)
          .slice(0, mostStyles)
          .map(({ style }) => style),
      };
    },
  };
};
export type ZeroShot = ReturnType<typeof createZeroShot>;
