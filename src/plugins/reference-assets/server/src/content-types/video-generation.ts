import { videoStatuses } from '../../../shared/contracts/video-states';
import {
  aspectMismatches,
  aspectRatios,
  qualityTiers,
  resolutions,
  stopPoints,
} from '../../../shared/contracts/vocabulary';

/** US dollars with eight decimals, where Strapi's own decimal has two; an object each, because Strapi writes into it. */
const exactUsd = () =>
  ({ type: 'decimal', columnType: { type: 'decimal', args: [18, 8] }, default: 0 }) as const;

/**
 * A video on its way from a brief to a published file.
 *
 * `stage` is what the API calls `status`: that word belongs to Strapi's own draft and publish.
 */
export const videoGeneration = {
  kind: 'collectionType',
  collectionName: 'reference_asset_videos',
  info: {
    singularName: 'video-generation',
    pluralName: 'video-generations',
    displayName: 'Generated video',
    description: 'A brief, the storyboard made of it and the video under review.',
  },
  options: { draftAndPublish: true },
  attributes: {
    prompt: { type: 'text', required: true },
    durationSeconds: { type: 'decimal', required: true },
    // Not an enumeration: Strapi wants a letter before the first digit of its values.
    aspectRatio: {
      type: 'string',
      regex: `^(${aspectRatios.join('|')})$`,
      default: '16:9',
      required: true,
    },
    resolution: { type: 'string', regex: `^(${resolutions.join('|')})$`, default: '720p' },
    aspectMismatch: { type: 'enumeration', enum: [...aspectMismatches] },
    /** How the logo stands: position, widthRatio, opacity, marginRatio, fromSeconds, toSeconds. */
    logoStyle: { type: 'json' },
    /** Words that stand small on every frame; empty: as the installation says. */
    label: { type: 'string' },
    qualityTier: {
      type: 'enumeration',
      enum: [...qualityTiers],
      default: 'animatic',
      required: true,
    },
    stage: { type: 'enumeration', enum: [...videoStatuses], default: 'queued', required: true },
    stopAfter: { type: 'enumeration', enum: [...stopPoints], default: 'video', required: true },
    referenceAssets: {
      type: 'relation',
      relation: 'manyToMany',
      target: 'plugin::reference-assets.reference-asset',
    },
    /** Document ids of the assets the person chose, in their order. */
    referenceAssetIds: { type: 'json' },
    spec: { type: 'json' },
    referenceMapping: { type: 'json' },
    customReferenceMapping: { type: 'json' },
    imageModelUsed: { type: 'string' },
    videoModelUsed: { type: 'string' },
    /** Models asked for instead of the tier's: `{image, video, music}`, by name. */
    models: { type: 'json' },
    /** Whether the tier's fallback models may be used when its first ones fail. */
    allowFallback: { type: 'boolean', default: false },
    estimatedCostUsd: exactUsd(),
    actualCostUsd: exactUsd(),
    /** Composed by a music model; empty where the music is composed with the master. */
    music: { type: 'media', multiple: false, allowedTypes: ['audios', 'files'] },
    musicHash: { type: 'string', private: true },
    video: { type: 'media', multiple: false, allowedTypes: ['videos'] },
    poster: { type: 'media', multiple: false, allowedTypes: ['images'] },
    /** WebVTT of the copy lines. */
    captions: { type: 'media', multiple: false, allowedTypes: ['files'] },
    /** How the video came about: `{digitalSourceType, models, statement, label, signed}`. */
    disclosure: { type: 'json' },
    qualityReport: { type: 'json' },
    /** `{version, digest, by, at}`: what exactly was approved; something else than that is not approved. */
    approval: { type: 'json', private: true },
    owner: { type: 'string' },
    error: { type: 'json' },
    /** Hash of everything the master was made from. */
    inputHash: { type: 'string', private: true },
    /** `Idempotency-Key` of the creating request, prefixed with who sent it. */
    idempotencyKey: { type: 'string', private: true },
  },
} as const;
