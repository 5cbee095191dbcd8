const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

/**
 * US dollars and units with eight decimals: Strapi's own decimal has two, and a question to a model costs $0.0004.
 * An object each, because Strapi writes into it.
 */
const exact = () =>
  ({ type: 'decimal', columnType: { type: 'decimal', args: [18, 8] }, required: true }) as const;

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
    units: exact(),
    unitUsd: exact(),
    costUsd: exact(),
    video: { type: 'string' },
    beat: { type: 'string' },
    asset: { type: 'string' },
    providerJobId: { type: 'string' },
    owner: { type: 'string' },
    /** What there is to say of the line: an outcome that nobody knows, a correction. */
    note: { type: 'string' },
    /** One line a paid thing, however often its step is repeated. */
    entryKey: { type: 'string', required: true, unique: true },
  },
} as const;
