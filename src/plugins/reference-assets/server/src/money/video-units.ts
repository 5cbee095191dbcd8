import type { AspectRatio, AssetType } from '../../../shared/contracts/vocabulary';
import { clipLengths, resolutionOf } from './clip-lengths';
import { assembler, type StepModel, type VideoModels } from './offers';
import type { Unit } from './quote';
import { usableReferences } from './usable-references';

/** Roles whose pictures a still model is shown; a logo is composited, never drawn. */
export const shownRoles = [
  'product',
  'person',
  'environment',
  'prop',
  'texture',
] as const satisfies readonly AssetType[];

/** The still of a beat that wants so many reference pictures. */
export const stillUnit = (model: StepModel, wanted: number, aspectRatio: AspectRatio): Unit => ({
  step: 'still',
  model,
  asked: {
    resolution: model.row ? resolutionOf(model.row) : undefined,
    references: model.row
      ? usableReferences(model.row, { wanted, aspectRatio, firstFrame: false })
      : 0,
  },
});

/** The clips of a beat: one, or a chain where the beat is longer than the model's longest. */
export const clipUnits = (model: StepModel, beatSeconds: number): Unit[] =>
  model.row
    ? clipLengths(model.row, beatSeconds).map((durationSeconds) => ({
        step: 'clip',
        model,
        asked: {
          durationSeconds,
          resolution: resolutionOf(model.row as NonNullable<typeof model.row>),
        },
      }))
    : [{ step: 'clip', model, asked: {} }];

export const musicUnit = (model: StepModel, durationSeconds: number): Unit => ({
  step: 'music',
  model,
  asked: { durationSeconds },
});

export const assemblyUnit: Unit = { step: 'assembly', model: assembler, asked: {} };

/** A beat as far as its price depends on it. */
export interface PricedBeat {
  durationSeconds: number;
  /** Reference pictures it wants shown. */
  references: number;
}

/** Everything a whole video is made of, apart from its plan; `looks` are those at clips of a model. */
export const videoUnits = (
  models: VideoModels,
  video: { durationSeconds: number; aspectRatio: AspectRatio },
  beats: readonly PricedBeat[],
  looks: (clip: StepModel, clips: number) => Unit[],
): Unit[] => [
  ...beats.map(({ references }) => stillUnit(models.still, references, video.aspectRatio)),
  ...beats.flatMap(({ durationSeconds }) => {
    const clips = clipUnits(models.clip, durationSeconds);
    return [...clips, ...looks(models.clip, clips.length)];
  }),
  musicUnit(models.music, video.durationSeconds),
  assemblyUnit,
];
