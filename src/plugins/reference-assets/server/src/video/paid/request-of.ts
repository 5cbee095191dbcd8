import { StepFailure } from '../../errors';
import { rightsAllow, rightsRefusal } from '../../library/rights';
import type { GenerationRequest } from '../../providers/generation-ports';
import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import { fileOnDisk } from '../layer-files';
import type { PaidNeeds } from './needs';
import type { OrderedPicture, VendorOrder } from './vendor-order';

/** Vendors count one as a million pixels or as 2^20; the smaller keeps both. Units: px. */
const megapixel = 1_000_000;

type Needs = Pick<PaidNeeds, 'assets' | 'files' | 'media' | 'models' | 'webhookUrl'>;

/** Throws: `StepFailure` `rights` when an asset of the order may not be used any more, `asset-gone` when it is not there. */
export const demandRights = async (
  { assets }: Pick<Needs, 'assets'>,
  order: VendorOrder,
): Promise<void> => {
  for (const { assetId } of [
    ...order.references,
    ...(order.controlImage ? [order.controlImage] : []),
  ]) {
    if (!assetId) continue;
    const asset = await assets.find(assetId, { all: true });
    if (!asset) throw new StepFailure('asset-gone', 'A chosen asset is no longer in the library.');
    if (!rightsAllow(asset)) throw new StepFailure('rights', rightsRefusal(asset));
  }
};

/** The request of a stored order, its pictures as files in `folder`: the same bytes whenever it is made. */
export const requestOf = async (
  needs: Needs,
  job: VendorJobRow,
  folder: string,
): Promise<GenerationRequest> => {
  const order = job.request as VendorOrder;
  const model = needs.models.get(job.model);
  if (!model)
    throw new StepFailure('model-gone', `The model ${job.model} is not configured any more.`);
  // A reference is quoted as one megapixel, so it is sent as one at most; a first frame is the picture itself.
  const picture = async ({ fileId, role, lastFrame }: OrderedPicture): Promise<string> => {
    const file = await needs.files.find(fileId);
    if (!file) throw new StepFailure('file-gone', 'A picture of this order is no longer there.');
    const source = await fileOnDisk(needs, file, folder);
    const target = `${folder}/sent-${fileId}`;
    return lastFrame
      ? needs.media.lastFrame({ clip: source, target: `${target}.png` })
      : needs.media.sendablePicture({
          source,
          target,
          maxPixels: role === 'frame' ? 2 ** 22 : megapixel,
        });
  };
  const references = [];
  for (const one of order.references) {
    if (one.role === 'frame') continue;
    references.push({ path: await picture(one), role: one.role });
  }
  return {
    model,
    prompt: order.prompt,
    negativePrompt: order.negativePrompt,
    firstFrame: order.firstFrame && (await picture(order.firstFrame)),
    references,
    controlImage: order.controlImage && (await picture(order.controlImage)),
    durationSeconds: order.durationSeconds,
    aspectRatio: order.aspectRatio,
    resolution: order.resolution,
    seed: order.seed,
    nonce: job.id,
    webhookUrl: needs.webhookUrl(job.provider, job.id),
  };
};
