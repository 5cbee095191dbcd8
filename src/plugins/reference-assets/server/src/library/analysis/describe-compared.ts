import type { LogoVote } from '../../../../shared/contracts/assets';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import { decideLogo, voteOf } from '../../media/analysis/decide-logo';
import { typesNamedIn } from '../../media/analysis/type-words';
import type { ZeroShot, ZeroShotWords } from '../../providers/clip';
import { origin, type Describer, type Description } from './description';

/** How many times likelier a type becomes when the name or the caption speaks of it, as for pixels. */
const wordOdds = 12;

const likeliest = (types: ZeroShotWords['types'], words: string) => {
  const named = typesNamedIn(words);
  const odds = assetTypes.map((type) => types[type] * (named.has(type) ? wordOdds : 1));
  const total = odds.reduce((a, b) => a + b, 0);
  const best = odds.indexOf(Math.max(...odds));
  return { type: assetTypes[best]! as AssetType, confidence: odds[best]! / total };
};

const clipVote = ({ types }: ZeroShotWords): LogoVote => ({
  source: 'clip',
  vote: voteOf(types.logo),
  score: types.logo,
  weight: 1,
  reason: `Among the types of the vocabulary it is ${Math.round(types.logo * 100)} % like a logo`,
});

/**
 * What comparing with a vocabulary adds to what was measured: type, object, style, and a voice on the logo.
 *
 * `words`: those of the file's name and caption, which shift the type as they do for pixels.
 */
export const describeCompared = (
  local: Description,
  compared: ZeroShotWords,
  zeroShot: Pick<ZeroShot, 'model' | 'version'>,
  words: string,
): Description => {
  const { type, confidence } = likeliest(compared.types, words);
  const by: Describer = {
    provider: 'clip-zero-shot',
    model: zeroShot.model,
    effort: null,
    promptVersion: zeroShot.version,
    confidence,
    costUsd: 0,
  };
  const model = origin('model', by);
  const logo = decideLogo([...local.logo.evidence, clipVote(compared)]);
  const { columns, origins } = local;
  const object = compared.primaryObject;
  const withoutLogo = type === 'logo' ? columns.assetType : type;
  return {
    by,
    logo,
    columns: {
      ...columns,
      isLogo: logo.isLogo,
      assetType: logo.isLogo ? 'logo' : withoutLogo === 'logo' ? 'prop' : withoutLogo,
      primaryObject: object ?? columns.primaryObject,
      // Measured tags tell of colour and contrast, compared ones of style: both hold.
      styleTags: [...new Set([...compared.styleTags, ...columns.styleTags])],
    },
    origins: {
      ...origins,
      isLogo: model,
      assetType: model,
      primaryObject: object ? model : origins.primaryObject,
      styleTags: model,
    },
  };
};
