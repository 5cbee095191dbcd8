import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { markColours } from '../ffmpeg/colour-tags';
import type { MediaFacts } from '../ffmpeg/probe';
import { cameraFrames, rawFrameInput, type MovingStill } from '../motion/camera-frames';
import type { AssemblyRequest } from './assembly-request';
import { clipFilters } from './fit-clip';
import { transitionFilters } from './transitions';

/** Where the running picture comes from: ffmpeg's inputs, the filters that join them, and frames to be fed. */
export interface PictureSource {
  inputs: string[];
  filters: string[];
  label: string;
  nextInput: number;
  frames?: AsyncIterable<Uint8Array>;
}

/** Clips made to fit and joined, or stills drawn frame by frame; `facts` are those of the clips. */
export const pictureSource = (
  { shots, size, aspectMismatch = 'fit' }: AssemblyRequest,
  facts: readonly MediaFacts[],
): PictureSource => {
  if ('stills' in shots) {
    return {
      inputs: rawFrameInput(size, framesPerSecond),
      filters: [`[0:v]${markColours},setsar=1[cut]`],
      label: 'cut',
      nextInput: 1,
      frames: allFrames(shots.stills, size),
    };
  }
  const fitted = shots.clips.map(
    (clip, index) =>
      `[${index}:v]${clipFilters(clip, facts[index]!, size, aspectMismatch, String(index))}[shot${index}]`,
  );
  const { filters, labels } = transitionFilters(shots.clips);
  const joined = labels.map((label) => `[${label}]`).join('');
  return {
    inputs: shots.clips.flatMap(({ path }) => ['-i', path]),
    filters: [
      ...fitted,
      ...filters,
      `${joined}concat=n=${shots.clips.length}:v=1:a=0,${markColours}[cut]`,
    ],
    label: 'cut',
    nextInput: shots.clips.length,
  };
};

async function* allFrames(
  stills: MovingStill[],
  size: AssemblyRequest['size'],
): AsyncGenerator<Uint8Array> {
  for (const still of stills) yield* cameraFrames(still, size);
}
