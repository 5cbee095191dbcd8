const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/** One line of the append-only ledger: what a step cost, and whom it was paid to. */
export const spendEntry = {
  kind: 'collectionType',
  collectionName: 'reference_asset_spend',
  info: { singularName: 'spend-entry', pluralName: 'spend-entries', displayName: 'Spend entry' },
  options: { draftAndPublish: false },
  pluginOptions: hidden,
  attributes: {
    step: { type: 'string', required: true },
    provider: { type: 'string', required: true },
    model: { type: 'string', required: true },
    units: { type: 'decimal', required: true },
    unitUsd: { type: 'decimal', required: true },
    costUsd: { type: 'decimal', required: true },
    video: { type: 'string' },
    beat: { type: 'string' },
    asset: { type: 'string' },
    providerJobId: { type: 'string' },
    owner: { type: 'string' },
    /** One line a paid thing, however often its step is repeated. */
    entryKey: { type: 'string', required: true, unique: true },
  },
} as const;
