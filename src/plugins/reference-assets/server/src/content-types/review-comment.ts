const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** A remark on a video, at a frame of its master where one is given. */
export const reviewComment = {
  kind: 'collectionType',
  collectionName: 'reference_asset_comments',
  info: {
    singularName: 'review-comment',
    pluralName: 'review-comments',
    displayName: 'Review comment',
  },
  options: { draftAndPublish: false },
  pluginOptions: hidden,
  attributes: {
    video: { type: 'string', required: true },
    beat: { type: 'string' },
    frame: { type: 'integer' },
    /** Rational frames per second the frame counts in, e.g. `30/1`. */
    fps: { type: 'string' },
    text: { type: 'text', required: true },
    author: { type: 'string', required: true },
    resolvedBy: { type: 'string' },
  },
} as const;
