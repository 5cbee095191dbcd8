import { analysisStatuses } from '../../../shared/contracts/assets';
import { assetTypes, logoPositions } from '../../../shared/contracts/vocabulary';

/** A brand asset: one picture of the media library with everything known about it. */
export const referenceAsset = {
  kind: 'collectionType',
  collectionName: 'reference_assets',
  info: {
    singularName: 'reference-asset',
    pluralName: 'reference-assets',
    displayName: 'Reference asset',
    description: 'A picture of the brand library, analysed and searchable.',
  },
  options: { draftAndPublish: false },
  attributes: {
    name: { type: 'string', required: true, maxLength: 200 },
    file: { type: 'media', multiple: false, allowedTypes: ['images', 'files'] },
    description: { type: 'text' },
    altText: { type: 'text' },
    assetType: { type: 'enumeration', enum: [...assetTypes] },
    primaryObject: { type: 'string' },
    colors: { type: 'json' },
    dominantColors: { type: 'json' },
    styleTags: { type: 'json' },
    recommendedShotTypes: { type: 'json' },
    usageContexts: { type: 'json' },
    hasText: { type: 'boolean' },
    visibleText: { type: 'text' },
    hasTransparency: { type: 'boolean' },
    width: { type: 'integer' },
    height: { type: 'integer' },
    sizeBytes: { type: 'integer' },
    isLogo: { type: 'boolean', default: false },
    logoEvidence: { type: 'json' },
    /** The column to filter by; `logoEvidence.needsLook` says the same in replies. */
    logoNeedsLook: { type: 'boolean', default: false },
    logoPositionPreference: { type: 'enumeration', enum: [...logoPositions] },
    logoStyle: { type: 'json' },
    thumbnail: { type: 'media', multiple: false, allowedTypes: ['images'] },
    edges: { type: 'media', multiple: false, allowedTypes: ['images'] },
    contentHash: { type: 'string' },
    perceptualHash: { type: 'string' },
    /** Document id of the API user it belongs to; empty: the shared library. */
    owner: { type: 'string' },
    rights: { type: 'json' },
    usageCount: { type: 'integer', default: 0 },
    lastUsedAt: { type: 'datetime' },
    /** The column to filter by; `analysis.status` says the same in replies. */
    analysisStatus: {
      type: 'enumeration',
      enum: [...analysisStatuses],
      default: 'pending',
      required: true,
    },
    analysis: { type: 'json' },
    vendorReply: { type: 'json', private: true },
    /** What the analysis says of each field and where it has it from, beside what people say instead. */
    analysed: { type: 'json', private: true },
    humanFields: { type: 'json' },
    /** Id of the media library file, kept beside the relation so that a deleted file still finds its asset. */
    fileId: { type: 'integer', private: true },
  },
} as const;
