import { errors } from '@strapi/utils';
import type { Asset, AssetEdit } from '../../../shared/contracts/assets';
import type { JobProducer } from '../jobs/contract';
import { needsLook } from '../media/analysis/decide-logo';
import type { Stores } from '../stores';
import { toAsset, type AssetRow } from '../stores/asset-rows';
import type { Browse } from './browse';
import { indexWords } from './index-words';
import type { Viewer } from './viewer';

type Needs = Pick<Stores, 'assets' | 'words' | 'transaction'> & {
  browse: Browse;
  jobs: JobProducer;
};

/** Fields that only people fill; given back, they are empty. */
const onlyPeople = new Set<keyof AssetEdit>(['logoPositionPreference', 'rights']);

/** What the analysis says of a field; undefined when it has not said anything yet. */
const saidOf = (row: AssetRow, field: keyof AssetEdit): unknown =>
  onlyPeople.has(field) ? null : row.analysed?.values[field];

/**
 * Gives a field that a person set back to the analysis: it says again what the analysis says, at once and for nothing.
 *
 * Of an asset analysed before such values were kept, the analysis is rung for instead.
 */
export const createHandBack = ({ assets, words, transaction, browse, jobs }: Needs) => ({
  /** Throws: `ValidationError` when no person set the field. */
  async handBack(documentId: string, field: keyof AssetEdit, viewer: Viewer): Promise<Asset> {
    await browse.changeable(documentId, viewer);
    const isOwed = await transaction(async () => {
      const row = await assets.hold(documentId);
      if (!row?.humanFields?.includes(field))
        throw new errors.ValidationError(`Nobody has set ${field} of this asset by hand.`);
      const said = saidOf(row, field);
      const evidence = row.logoEvidence?.evidence ?? [];
      await assets.update(row.id, {
        humanFields: row.humanFields.filter((one) => one !== field),
        ...(said !== undefined && { [field]: said }),
        ...(field === 'isLogo' && { logoNeedsLook: needsLook(evidence) }),
        ...(said === undefined && { analysisStatus: 'pending' }),
      });
      return said === undefined;
    });
    const changed = await browse.row(documentId, viewer);
    await indexWords(words, changed);
    if (isOwed) await jobs.ring({ kind: 'asset.analyse', assetId: documentId }, { priority: 10 });
    return toAsset(changed);
  },
});
