import type { ModelRow } from '../../../../shared/contracts/models';
import { StepFailure } from '../../errors';
import { isRemoved, type Offers, type StepModel, type VideoModels } from '../../money/offers';
import type { BeatRow, VideoRow } from '../../stores/video-rows';

/** A model of a vendor, as opposed to one of this machine's own. */
export type VendorModel = StepModel & { row: ModelRow };

export const isVendors = (model: StepModel): model is VendorModel => model.row !== null;

/** Throws: `StepFailure` `model-gone` for a model that is not known any more, so that nothing else is made in its place. */
export const demandKnown = (model: StepModel): void => {
  if (isRemoved(model))
    throw new StepFailure('model-gone', `The model ${model.model} is not configured any more.`);
};

type Choice = Pick<VideoRow, 'qualityTier' | 'models'>;

/** The models of a video, where one of a beat's may be stood in for. */
export const modelsOfBeat = (
  offers: Offers,
  video: Choice,
  beat: Pick<BeatRow, 'standIns'>,
): Pick<VideoModels, 'still' | 'clip'> => {
  const { still, clip } = offers.modelsOf(video);
  const inPlace = (step: 'still' | 'clip'): StepModel | undefined => {
    const name = beat.standIns?.[step];
    const models = name && { [step === 'still' ? 'image' : 'video']: name };
    return models
      ? offers.modelsOf({ ...video, models: { ...video.models, ...models } })[step]
      : undefined;
  };
  return { still: inPlace('still') ?? still, clip: inPlace('clip') ?? clip };
};

const shown = (models: readonly StepModel[]): string =>
  [...new Set(models.map(({ provider, model }) => `${provider}/${model}`))].join(', ');

/** What a video's stills and clips were made with, as it is shown: the stand-ins too. */
export const modelsUsed = (offers: Offers, video: Choice, beats: readonly BeatRow[]) => {
  const all = beats.map((beat) => modelsOfBeat(offers, video, beat));
  return {
    imageModelUsed: shown(all.map(({ still }) => still)),
    videoModelUsed: shown(all.map(({ clip }) => clip)),
  };
};

/** The model that composed a video's music, as it is shown; null where the assembly composes it by rules. */
export const musicUsed = (
  offers: Offers,
  video: Choice & Pick<VideoRow, 'music'>,
): string | null => (video.music ? shown([offers.modelsOf(video).music]) : null);
