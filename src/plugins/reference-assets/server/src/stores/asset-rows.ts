import type {
  Analysis,
  AnalysisStatus,
  Asset,
  DominantColor,
  MediaRef,
} from '../../../shared/contracts/assets';
import type { LogoStyle } from '../../../shared/contracts/logo';
import type { AssetType, LogoPosition, ShotType } from '../../../shared/contracts/vocabulary';
import { sizeBytesOf, type FileRow } from './media-files';

/** A row of `reference_assets` with its files. */
export interface AssetRow {
  id: number;
  documentId: string;
  name: string;
  description: string | null;
  assetType: AssetType | null;
  primaryObject: string | null;
  colors: string[] | null;
  dominantColors: DominantColor[] | null;
  styleTags: string[] | null;
  recommendedShotTypes: ShotType[] | null;
  usageContexts: string[] | null;
  hasText: boolean | null;
  hasTransparency: boolean | null;
  width: number | null;
  height: number | null;
  sizeBytes: number | null;
  isLogo: boolean | null;
  logoEvidence: Asset['logoEvidence'];
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
  humanFields: string[] | null;
  fileId: number | null;
  file: FileRow | null;
  thumbnail: FileRow | null;
  edges: FileRow | null;
  createdAt: string;
  updatedAt: string;
}

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
  promptVersion: null,
  confidence: null,
  costUsd: 0,
  error: null,
  at: null,
  ...row.analysis,
  status: row.analysisStatus,
});

/** A row as replies show it; lists that are not there yet are empty. */
export const toAsset = (row: AssetRow): Asset => ({
  documentId: row.documentId,
  name: row.name,
  description: row.description,
  assetType: row.assetType,
  primaryObject: row.primaryObject,
  colors: row.colors ?? [],
  dominantColors: row.dominantColors ?? [],
  styleTags: row.styleTags ?? [],
  recommendedShotTypes: row.recommendedShotTypes ?? [],
  usageContexts: row.usageContexts ?? [],
  hasText: row.hasText,
  hasTransparency: row.hasTransparency,
  width: row.width,
  height: row.height,
  sizeBytes: row.sizeBytes,
  isLogo: row.isLogo ?? false,
  logoEvidence: row.logoEvidence,
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
  file: toMediaRef(row.file),
  thumbnail: toMediaRef(row.thumbnail),
  edges: toMediaRef(row.edges),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
