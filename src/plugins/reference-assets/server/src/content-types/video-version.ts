const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** One master that was assembled. Its media relations keep the files of older ones from being swept. */
export const videoVersion = {
  kind: 'collectionType',
  collectionName: 'reference_asset_versions',
  info: {
    singularName: 'video-version',
    pluralName: 'video-versions',
    displayName: 'Video version',
  },
  options: { draftAndPublish: false },
  pluginOptions: hidden,
  attributes: {
    /** Document id of its video. */
    video: { type: 'string', required: true },
    /** Counts from 1 within its video. */
    number: { type: 'integer', required: true },
    file: { type: 'media', multiple: false, allowedTypes: ['videos'] },
    poster: { type: 'media', multiple: false, allowedTypes: ['images'] },
    /** The watermarked copy that guests see before approval. */
    proof: { type: 'media', multiple: false, allowedTypes: ['videos'] },
    /** Hash of everything it was made from. */
    hash: { type: 'string', required: true },
    frames: { type: 'integer', required: true },
    /** Rational frames per second. */
    fps: { type: 'string', required: true },
    /** The beats as they were then, without their pictures. */
    beats: { type: 'json' },
    approvedBy: { type: 'string' },
    approvedAt: { type: 'datetime' },
  },
} as const;
