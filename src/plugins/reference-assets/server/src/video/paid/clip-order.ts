import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import type { ModelRow } from '../../../../shared/contracts/models';
import { aspectFor } from '../../money/aspect';
import type { StepModel } from '../../money/offers';
import { priceUnit } from '../../money/quote';
import { clipUnits } from '../../money/video-units';
import type { BeatRow, ClipPart, VideoRow } from '../../stores/video-rows';
import { motionPrompt } from '../prompts';
import { inputHash } from '../step';
import { beatStamp } from './stamp';
import type { OrderedPicture, VendorOrder } from './vendor-order';

/** Raised when the same input is asked for in another way, so that older clips count as stale. */
const orderVersion = 1;

type Model = StepModel & { row: ModelRow };

/** Hash of everything a beat's clip is made from, however many parts it takes. */
export const clipHashOf = (model: Model, video: VideoRow, beat: BeatRow): string =>
  inputHash({
    orderVersion,
    model: model.row.vendorModel,
    still: beat.stillHash,
    frames: beat.frames,
    prompt: motionPrompt({ model: model.row, beat }),
    aspectRatio: video.aspectRatio,
    ...(beat.clipTake && { clipTake: beat.clipTake }),
  });

/** The parts of a beat's clip that are there already, of the same input. */
export const madeParts = (beat: BeatRow, hash: string): ClipPart[] =>
  (beat.clipParts ?? []).filter(
    (part) => part.hash === hash && beat.clips.some(({ id }) => id === part.fileId),
  );

/** Frames of the beat that each clip of a chain covers; the last one covers the rest. */
export const framesOfParts = (frames: number, seconds: readonly number[]): number[] => {
  let left = frames;
  return seconds.map((length, index) => {
    const covered =
      index === seconds.length - 1 ? left : Math.min(left, Math.floor(length * framesPerSecond));
    left -= covered;
    return covered;
  });
};

/** A chain goes on from its last frame; its first clip begins with the clean still. */
const firstFrameOf = (beat: BeatRow, made: readonly ClipPart[]): OrderedPicture => {
  const before = made.at(-1);
  return before
    ? { fileId: before.fileId, role: 'frame', lastFrame: true }
    : { fileId: (beat.still as NonNullable<BeatRow['still']>).id, role: 'frame' };
};

/** What is asked of a model for the next clip of a beat, and its price. */
export const clipOrder = (model: Model, video: VideoRow, beat: BeatRow): VendorOrder => {
  const { row } = model;
  const hash = clipHashOf(model, video, beat);
  const made = madeParts(beat, hash);
  const units = clipUnits(model, beat.frames / framesPerSecond);
  const lengths = units.map(({ asked }) => asked.durationSeconds as number);
  const unit = units[made.length];
  return {
    prompt: motionPrompt({ model: row, beat, continues: made.length > 0 }),
    firstFrame: firstFrameOf(beat, made),
    references: [],
    durationSeconds: unit.asked.durationSeconds,
    resolution: unit.asked.resolution,
    aspectRatio: aspectFor(row, video.aspectRatio).aspectRatio,
    seed: row.inputs.seed ? beat.order * 1000 + beat.take : undefined,
    price: priceUnit(unit),
    bySecond: row.rate.unit === 'gpu-second',
    target: {
      kind: 'clip',
      hash,
      stamp: beatStamp(beat, beat.stillHash),
      part: made.length,
      parts: units.length,
      frames: framesOfParts(beat.frames, lengths)[made.length],
    },
  };
};
