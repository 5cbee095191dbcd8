import type { ModelRow } from '../../../../shared/contracts/models';
import { lengthsOf } from '../../money/clip-lengths';
import type { StepModel } from '../../money/offers';
import { priceUnit } from '../../money/quote';
import { musicUnit } from '../../money/video-units';
import type { VideoRow } from '../../stores/video-rows';
import { musicPrompt } from '../prompts';
import { inputHash } from '../step';
import type { VendorOrder } from './vendor-order';

const orderVersion = 1;

/** What is asked of a model for a video's music, and its price. */
export const musicOrder = (model: StepModel & { row: ModelRow }, video: VideoRow): VendorOrder => {
  const { row } = model;
  const wanted = Number(video.durationSeconds);
  const lengths = lengthsOf(row);
  const durationSeconds = lengths.find((one) => one >= wanted) ?? lengths.at(-1) ?? wanted;
  const prompt = musicPrompt({ model: row, video });
  const hash = inputHash({ orderVersion, model: row.vendorModel, prompt, durationSeconds });
  return {
    prompt,
    references: [],
    durationSeconds,
    aspectRatio: video.aspectRatio,
    price: priceUnit(musicUnit(model, durationSeconds)),
    bySecond: row.rate.unit === 'gpu-second',
    target: { kind: 'music', hash, stamp: '', part: 0, parts: 1, frames: 0 },
  };
};
