const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** One still that a beat had, with what it was made of. Its media relations keep older ones from being swept. */
export const beatTake = {
  kind: 'collectionType',
  collectionName: 'reference_asset_takes',
  info: { singularName: 'beat-take', pluralName: 'beat-takes', displayName: 'Take of a beat' },
  options: { draftAndPublish: false },
  pluginOptions: hidden,
  attributes: {
    /** Document ids of its video and its beat. */
    video: { type: 'string', required: true },
    beat: { type: 'string', required: true },
    /** Counts from 1 within its beat. */
    number: { type: 'integer', required: true },
    still: { type: 'media', multiple: false, allowedTypes: ['images'] },
    stillWithLogo: { type: 'media', multiple: false, allowedTypes: ['images'] },
    /** Hash of everything the still was made from. */
    stillHash: { type: 'string', required: true },
    overlayHash: { type: 'string' },
    model: { type: 'string' },
    /** The columns of the beat that belong to this still: its words, references, layout and counters. */
    columns: { type: 'json' },
  },
} as const;
