import { errors } from '@strapi/utils';
import type {
  AnalysisEstimate,
  AnalysisFilter,
  AnalysisRequest,
} from '../../../shared/contracts/analysis';
import type { JobProducer } from '../jobs/contract';
import type { Stores } from '../stores';
import type { Describe } from './analysis/describe';
import { roundUsd, type AnalysisPrice } from './analysis/price';
import { ownerOf, type Viewer } from './viewer';

type Needs = Pick<Stores, 'assets'> & {
  describe: Describe;
  priceOfOne: AnalysisPrice;
  jobs: JobProducer;
};

/** Below what a person is waiting for. */
const priority = -1;

/** Assets that a viewer may have analysed: their own, or everybody's. */
const changeableBy = (viewer: Viewer): { owner?: string } => {
  const owner = ownerOf(viewer);
  return owner === null ? {} : { owner };
};

/** Analysis of many assets at once, with its price before it runs. */
export const createAnalyseMany = ({ assets, describe, priceOfOne, jobs }: Needs) => {
  const estimate = async (
    filter: AnalysisFilter,
    viewer: Viewer,
  ): Promise<{ ids: string[]; estimate: AnalysisEstimate }> => {
    const { provider, model, promptVersion } = describe.identity();
    const now = {
      provider: provider ?? '',
      model: model ?? '',
      promptVersion: promptVersion ?? '',
    };
    const found = await assets.toAnalyse(
      { ...filter, ...changeableBy(viewer), now },
      describe.paid()?.how ?? null,
    );
    const price = await priceOfOne();
    const toAsk = found.filter(({ isPaidFor }) => !isPaidFor).length;
    return {
      ids: found.map(({ documentId }) => documentId),
      estimate: {
        count: found.length,
        toAsk: price.basis === 'free' ? 0 : toAsk,
        kept: price.basis === 'free' ? 0 : found.length - toAsk,
        estimatedCostUsd: roundUsd(price.basis === 'free' ? 0 : toAsk * price.perPictureUsd),
        ...price,
        ...now,
        started: false,
      },
    };
  };

  return {
    /**
     * Tells how many pictures a filter finds and what analysing them costs, and does it unless only that was asked.
     *
     * Throws: `ValidationError` when it costs more than the request allows.
     */
    async analyse(request: AnalysisRequest, viewer: Viewer): Promise<AnalysisEstimate> {
      if (viewer.kind === 'anyone')
        throw new errors.ForbiddenError('Sign in to have assets analysed.');
      const { ids, estimate: told } = await estimate(request.filter, viewer);
      if (request.estimateOnly) return told;
      const { maxCostUsd } = request;
      if (maxCostUsd !== undefined && told.estimatedCostUsd > maxCostUsd)
        throw new errors.ValidationError(
          `Analysing ${told.count} pictures costs about ${told.estimatedCostUsd} US dollars, more than the ${maxCostUsd} allowed.`,
          { estimate: told },
        );
      await assets.owe(ids);
      for (const assetId of ids) await jobs.ring({ kind: 'asset.analyse', assetId }, { priority });
      return { ...told, started: true };
    },
  };
};
