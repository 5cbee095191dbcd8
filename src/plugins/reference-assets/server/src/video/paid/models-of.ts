import type { ModelRow } from '../../../../shared/contracts/models';
import type { Offers, StepModel, VideoModels } from '../../money/offers';
import type { BeatRow, VideoRow } from '../../stores/video-rows';

/** A model of a vendor, as opposed to one of this machine's own. */
export type VendorModel = StepModel & { row: ModelRow };

export const isVendors = (model: StepModel): model is VendorModel => model.row !== null;

type Choice = Pick<VideoRow, 'qualityTier' | 'models'>;

/** The models of a video, where one of a beat's may be stood in for. */
export const modelsOfBeat = (
  offers: Offers,
  video: Choice,
  beat: Pick<BeatRow, 'standIns'>,
): Pick<VideoModels, 'still' | 'clip'> => {
  const { still, clip } = offers.modelsFor(video);
  const inPlace = (step: 'still' | 'clip'): StepModel | undefined => {
    const name = beat.standIns?.[step];
    const models = name && { [step === 'still' ? 'image' : 'video']: name };
    return models
      ? offers.modelsFor({ ...video, models: { ...video.models, ...models } })[step]
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
