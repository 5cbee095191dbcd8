import type { LogoVote } from '../../../../shared/contracts/assets';
import { decideLogo } from '../../media/analysis/decide-logo';
import type { PictureWords } from '../../providers/language-ports';
import { origin, type DescribedColumns, type Describer, type Description } from './description';

/** A model that sees the whole picture outweighs pixels and words together, but not without a trace of them. */
const visionWeight = 3;

const visionVote = ({ logo }: PictureWords): LogoVote => ({
  source: 'vision',
  vote: logo.isLogo ? 'logo' : 'not-logo',
  // The answer and its probability were given side by side; where they contradict each other the answer counts.
  score: logo.isLogo ? Math.max(logo.confidence, 0.5) : Math.min(logo.confidence, 0.5),
  weight: visionWeight,
  reason: logo.reason,
});

/** An asset that is a logo is of the type logo, and one of the type logo is one. */
const typeOf = (isLogo: boolean, seen: PictureWords, local: DescribedColumns) => {
  if (isLogo) return 'logo' as const;
  if (seen.assetType !== 'logo') return seen.assetType;
  return local.assetType === 'logo' ? ('prop' as const) : local.assetType;
};

/**
 * What a model saw, beside what was measured: its words for all that only eyes can tell, with its voice on the logo.
 *
 * What a person wrote with the file (name, caption, alternative text) stays.
 */
export const describeSeen = (
  local: Description,
  seen: PictureWords,
  describer: Omit<Describer, 'confidence'>,
): Description => {
  const by = { ...describer, confidence: seen.confidence };
  const model = origin('model', by);
  const logo = decideLogo([...local.logo.evidence, visionVote(seen)]);
  const { columns, origins } = local;
  const keepsCaption = origins.description.by === 'file';
  const keepsAltText = columns.altText !== null;
  return {
    by,
    logo,
    columns: {
      name: columns.name,
      description: keepsCaption ? columns.description : seen.caption,
      altText: keepsAltText ? columns.altText : seen.altText,
      assetType: typeOf(logo.isLogo, seen, columns),
      primaryObject: seen.primaryObject,
      styleTags: seen.styleTags,
      recommendedShotTypes: seen.recommendedShotTypes,
      usageContexts: seen.usageContexts,
      hasText: seen.visibleText !== null,
      visibleText: seen.visibleText,
      isLogo: logo.isLogo,
    },
    origins: {
      name: origins.name,
      description: keepsCaption ? origins.description : model,
      altText: keepsAltText ? origins.altText : model,
      assetType: model,
      primaryObject: model,
      styleTags: model,
      recommendedShotTypes: model,
      usageContexts: model,
      hasText: model,
      visibleText: model,
      isLogo: model,
    },
  };
};
