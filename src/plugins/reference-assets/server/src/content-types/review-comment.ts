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
    /** Last frame of a range. */
    frameEnd: { type: 'integer' },
    /** Rational frames per second the frame counts in, e.g. `30/1`. */
    fps: { type: 'string' },
    text: { type: 'text', required: true },
    /** Strokes in shares of the picture's width and height. */
    drawing: { type: 'json' },
    /** Document id of the comment it answers. */
    parent: { type: 'string' },
    /** `[{id, name}]` of admin users who are to look. */
    mentions: { type: 'json' },
    /** Number of the version it speaks about. */
    version: { type: 'integer' },
    author: { type: 'string', required: true },
    /** `admin 3`, `user …`, `link …`: who may take it back, and what a link has said. */
    authorKey: { type: 'string', private: true },
    /** A beat is being made again because of it. */
    awaitsVersion: { type: 'boolean', default: false },
    resolvedBy: { type: 'string' },
    resolvedVersion: { type: 'integer' },
    resolvedAt: { type: 'datetime' },
  },
} as const;
