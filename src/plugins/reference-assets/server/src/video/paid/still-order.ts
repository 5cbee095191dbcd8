import { aspectFor } from '../../money/aspect';
import type { StepModel } from '../../money/offers';
import { priceUnit } from '../../money/quote';
import { usableReferences } from '../../money/usable-references';
import { shownRoles, stillUnit } from '../../money/video-units';
import type { ModelRow } from '../../../../shared/contracts/models';
import type { AssetType } from '../../../../shared/contracts/vocabulary';
import type { AssetRow } from '../../stores/asset-rows';
import type { BeatRow, VideoRow } from '../../stores/video-rows';
import { assetInput } from '../layer-files';
import { negativePrompt, stillPrompt } from '../prompts';
import { inputHash } from '../step';
import { beatStamp } from './stamp';
import type { OrderedPicture, VendorOrder } from './vendor-order';

/** Raised when the same input is asked for in another way, so that older stills count as stale. */
const orderVersion = 1;

export type Chosen = Partial<Record<AssetType, AssetRow>>;

/** The assets a still shows, in the order in which the model is told of them. */
const shownAssets = (chosen: Chosen): { role: AssetType; asset: AssetRow }[] =>
  shownRoles.flatMap((role) => {
    const asset = chosen[role];
    return asset?.file ? [{ role, asset }] : [];
  });

const pictureOf = ({ role, asset }: { role: AssetType; asset: AssetRow }): OrderedPicture => ({
  fileId: (asset.file as NonNullable<AssetRow['file']>).id,
  assetId: asset.documentId,
  role,
});

/** What is asked of a model for a beat's still, and its price. */
export const stillOrder = (
  model: StepModel & { row: ModelRow },
  video: VideoRow,
  beat: BeatRow,
  chosen: Chosen,
): VendorOrder => {
  const { row } = model;
  const shown = shownAssets(chosen);
  const { aspectRatio } = aspectFor(row, video.aspectRatio);
  const count = usableReferences(row, { wanted: shown.length, aspectRatio, firstFrame: false });
  const used = shown.slice(0, count);
  const control = row.inputs.controlImage ? shown[0] : undefined;
  const unit = stillUnit(model, shown.length, aspectRatio);
  const prompt = stillPrompt({
    model: row,
    beat,
    shown: used.map(({ role, asset }) => ({ role, name: asset.name })),
  });
  const asked = {
    prompt,
    negativePrompt: negativePrompt(row),
    aspectRatio,
    resolution: unit.asked.resolution,
    seed: row.inputs.seed ? beat.order * 1000 + beat.take : undefined,
  };
  const inputs = [...used, ...(control ? [control] : [])].map(({ asset }) => assetInput(asset));
  const hash = inputHash({ orderVersion, model: row.vendorModel, asked, inputs, take: beat.take });
  return {
    ...asked,
    references: used.map(pictureOf),
    controlImage: control && pictureOf(control),
    price: priceUnit(unit),
    bySecond: row.rate.unit === 'gpu-second',
    target: { kind: 'still', hash, stamp: beatStamp(beat), part: 0, parts: 1, frames: beat.frames },
  };
};
