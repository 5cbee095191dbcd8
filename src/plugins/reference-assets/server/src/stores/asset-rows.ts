import type {
  Analysis,
  AnalysisStatus,
  Asset,
  DominantColor,
  MediaRef,
  Origin,
} from '../../../shared/contracts/assets';
import type { LogoStyle } from '../../../shared/contracts/logo';
import { rightsStatusOf, type RightsPolicy } from '../../../shared/contracts/rights';
import type { AssetType, LogoPosition, ShotType } from '../../../shared/contracts/vocabulary';
import { sizeBytesOf, type FileRow } from './media-files';

/** What the analysis said last, field by field: what a field says again when a person gives it back. */
export interface Analysed {
  values: Record<string, unknown>;
  origins: Record<string, Origin>;
}

/** A row of `reference_assets` with its files. */
export interface AssetRow {
  id: number;
  documentId: string;
  name: string;
  description: string | null;
  altText: string | null;
  assetType: AssetType | null;
  primaryObject: string | null;
  colors: string[] | null;
  dominantColors: DominantColor[] | null;
  styleTags: string[] | null;
  recommendedShotTypes: ShotType[] | null;
  usageContexts: string[] | null;
  hasText: boolean | null;
  visibleText: string | null;
  hasTransparency: boolean | null;
  width: number | null;
  height: number | null;
  sizeBytes: number | null;
  isLogo: boolean | null;
  logoEvidence: Asset['logoEvidence'];
  logoNeedsLook: boolean | null;
  logoPositionPreference: LogoPosition | null;
  logoStyle: LogoStyle | null;
  contentHash: string | null;
  perceptualHash: string | null;
  owner: string | null;
  rights: Asset['rights'];
  /** Worked out when the row is read: what was usable may not be so any more. */
  rightsStatus: Asset['rightsStatus'];
  usageCount: number | null;
  lastUsedAt: string | null;
  analysisStatus: AnalysisStatus;
  analysis: Partial<Analysis> | null;
  analysed: Analysed | null;
  humanFields: string[] | null;
  fileId: number | null;
  file: FileRow | null;
  thumbnail: FileRow | null;
  edges: FileRow | null;
  createdAt: string;
  updatedAt: string;
}

/** A row as it was read, with what its rights allow at this moment. */
export const withRights = (
  row: Omit<AssetRow, 'rightsStatus'>,
  policy: RightsPolicy,
): AssetRow => ({ ...row, rightsStatus: rightsStatusOf(row, policy, new Date()) });

/** A stored file as replies show it. */
export const toMediaRef = (file: FileRow | null | undefined): MediaRef | null =>
  file
    ? {
        id: file.id,
        documentId: file.documentId,
        name: file.name,
        url: file.url,
        mime: file.mime,
        width: file.width ?? null,
        height: file.height ?? null,
        sizeBytes: sizeBytesOf(file),
      }
    : null;

const toAnalysis = (row: AssetRow): Analysis => ({
  provider: null,
  model: null,
  effort: null,
  promptVersion: null,
  measuredVersion: null,
  confidence: null,
  costUsd: 0,
  error: null,
  at: null,
  ...row.analysis,
  status: row.analysisStatus,
});

const byPerson: Origin = { by: 'person', provider: null, model: null, version: null, at: null };

const toOrigins = ({ analysed, humanFields }: AssetRow): Asset['origins'] => ({
  ...analysed?.origins,
  ...Object.fromEntries((humanFields ?? []).map((field) => [field, byPerson])),
});

const toLogoEvidence = (row: AssetRow): Asset['logoEvidence'] =>
  row.logoEvidence && { ...row.logoEvidence, needsLook: row.logoNeedsLook ?? false };

/** A row as replies show it; lists that are not there yet are empty. */
export const toAsset = (row: AssetRow): Asset => ({
  documentId: row.documentId,
  name: row.name,
  description: row.description,
  altText: row.altText,
  assetType: row.assetType,
  primaryObject: row.primaryObject,
  colors: row.colors ?? [],
  dominantColors: row.dominantColors ?? [],
  styleTags: row.styleTags ?? [],
  recommendedShotTypes: row.recommendedShotTypes ?? [],
  usageContexts: row.usageContexts ?? [],
  hasText: row.hasText,
  visibleText: row.visibleText,
  hasTransparency: row.hasTransparency,
  width: row.width,
  height: row.height,
  sizeBytes: row.sizeBytes,
  isLogo: row.isLogo ?? false,
  logoEvidence: toLogoEvidence(row),
  logoPositionPreference: row.logoPositionPreference,
  logoStyle: row.logoStyle,
  contentHash: row.contentHash,
  perceptualHash: row.perceptualHash,
  owner: row.owner,
  rights: row.rights,
  rightsStatus: row.rightsStatus,
  usageCount: row.usageCount ?? 0,
  lastUsedAt: row.lastUsedAt,
  analysis: toAnalysis(row),
  humanFields: row.humanFields ?? [],
  origins: toOrigins(row),
  file: toMediaRef(row.file),
  thumbnail: toMediaRef(row.thumbnail),
  edges: toMediaRef(row.edges),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
