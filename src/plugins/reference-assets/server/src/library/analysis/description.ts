import type { Analysis, LogoEvidence, Origin } from '../../../../shared/contracts/assets';
import type { AssetType, ShotType } from '../../../../shared/contracts/vocabulary';

/** Who put a picture into words, and what that cost. */
export type Describer = Pick<
  Analysis,
  'provider' | 'model' | 'effort' | 'promptVersion' | 'confidence' | 'costUsd'
>;

/** The columns of an asset that are words about it. */
export interface DescribedColumns {
  name: string;
  description: string | null;
  altText: string | null;
  assetType: AssetType;
  primaryObject: string | null;
  styleTags: string[];
  recommendedShotTypes: ShotType[];
  usageContexts: string[];
  hasText: boolean | null;
  visibleText: string | null;
  isLogo: boolean;
}

/** A picture in words: what each column says, and where it has it from. */
export interface Description {
  by: Describer;
  columns: DescribedColumns;
  origins: Record<keyof DescribedColumns, Origin>;
  logo: LogoEvidence;
}

/** Where a machine's value comes from, in short. */
export const origin = (by: Origin['by'], describer?: Describer): Origin => ({
  by,
  provider: describer?.provider ?? null,
  model: describer?.model ?? null,
  version: describer?.promptVersion ?? null,
  at: new Date().toISOString(),
});
