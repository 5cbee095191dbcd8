import { beatStatuses } from '../../../shared/contracts/video-states';
import { cameraMovements, moods, shotTypes } from '../../../shared/contracts/vocabulary';

const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** One beat of a video: its own row, so that beats advance side by side without overwriting each other. */
export const videoBeat = {
  kind: 'collectionType',
  collectionName: 'reference_asset_beats',
  info: { singularName: 'video-beat', pluralName: 'video-beats', displayName: 'Video beat' },
  options: { draftAndPublish: false },
  pluginOptions: hidden,
  attributes: {
    /** Document id of its video: a relation would point at the draft or the published row, a beat belongs to both. */
    video: { type: 'string', required: true },
    order: { type: 'integer', required: true },
    name: { type: 'string', required: true },
    startSeconds: { type: 'decimal', required: true },
    durationSeconds: { type: 'decimal', required: true },
    startFrame: { type: 'integer', required: true },
    frames: { type: 'integer', required: true },
    shotType: { type: 'enumeration', enum: [...shotTypes], required: true },
    action: { type: 'text' },
    mood: { type: 'enumeration', enum: [...moods] },
    cameraMovement: { type: 'enumeration', enum: [...cameraMovements] },
    prompt: { type: 'text' },
    roles: { type: 'json' },
    /** Words on the picture: `{headline, callToAction}`. */
    copy: { type: 'json' },
    /** How the picture comes into the beat: `{kind, frames}`. */
    transition: { type: 'json' },
    /** `{role: {assetId, score, reasons, alternatives: [{assetId, …}], manual} | null}` */
    references: { type: 'json' },
    confidence: { type: 'decimal' },
    still: { type: 'media', multiple: false, allowedTypes: ['images'] },
    stillWithLogo: { type: 'media', multiple: false, allowedTypes: ['images'] },
    clips: { type: 'media', multiple: true, allowedTypes: ['videos'] },
    /** The parts of a clip that its model could not make in one: `[{hash, fileId, frames}]`, in their order. */
    clipParts: { type: 'json' },
    /** Models that stand in for the tier's own, where the user allowed it: `{still, clip, because}`. */
    standIns: { type: 'json' },
    /** Where things stand on the still, px: `{productBox, logo: {x, y, width, height, assetId, position}}`. */
    layout: { type: 'json' },
    notes: { type: 'json' },
    state: { type: 'enumeration', enum: [...beatStatuses], default: 'planned', required: true },
    /** Hash of everything the current still, overlay and clip were made from; one that differs is stale. */
    stillHash: { type: 'string' },
    overlayHash: { type: 'string' },
    clipHash: { type: 'string' },
    /** Raised by a wish for another take; part of the hash, so that unchanged input can still be rendered again. */
    take: { type: 'integer', default: 0 },
    /** Raised when a clip did not pass the quality report: its still is kept, the clip is made again. */
    clipTake: { type: 'integer', default: 0 },
    providerJobId: { type: 'string', private: true },
    attempts: { type: 'integer', default: 0 },
    costUsd: { type: 'decimal', columnType: { type: 'decimal', args: [18, 8] }, default: 0 },
    error: { type: 'json' },
  },
} as const;
