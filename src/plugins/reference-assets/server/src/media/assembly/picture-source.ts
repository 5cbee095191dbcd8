import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { markColours } from '../ffmpeg/colour-tags';
import type { MediaFacts } from '../ffmpeg/probe';
import { framesOfStills, rawFrameInput, type MovingStill } from '../motion/camera-frames';
import type { AssemblyRequest, ClipShot } from './assembly-request';
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
  if ('stills' in shots) return drawnSource(shots.stills, shots.stills, size);
  const { clips } = shots;
  const drawn = clips.flatMap((clip) => clip.drawn ?? []);
  // A clip of our own was encoded once already; what it was made of gives the same frames without that loss.
  if (drawn.length === clips.length) return drawnSource(drawn, clips, size);
  const fitted = clips.map(
    (clip, index) =>
      `[${index}:v]${clipFilters(clip, facts[index]!, size, aspectMismatch, String(index))}[shot${index}]`,
  );
  return {
    inputs: clips.flatMap(({ path }) => ['-i', path]),
    filters: [...fitted, ...joined(clips)],
    label: 'cut',
    nextInput: clips.length,
  };
};

type Shot = Pick<ClipShot, 'frames' | 'transition'>;

/** Filters that make `cut` of the streams `shot0`, `shot1` … */
const joined = (shots: readonly Shot[]): string[] => {
  const { filters, labels } = transitionFilters(shots);
  const streams = labels.map((label) => `[${label}]`).join('');
  return [...filters, `${streams}concat=n=${shots.length}:v=1:a=0,${markColours}[cut]`];
};

const drawnSource = (
  stills: readonly MovingStill[],
  shots: readonly Shot[],
  size: AssemblyRequest['size'],
): PictureSource => ({
  inputs: rawFrameInput(size, framesPerSecond),
  filters: shots.some(({ transition }) => transition && transition.kind !== 'cut')
    ? [...takenApart(shots), ...joined(shots)]
    : [`[0:v]${markColours},setsar=1[cut]`],
  label: 'cut',
  nextInput: 1,
  frames: framesOfStills(stills, size),
});

/** Filters that make `shot0`, `shot1` … of one stream, so that there can be ways between them. */
const takenApart = (shots: readonly Shot[]): string[] => {
  const names = shots.map((_, index) => `drawn${index}`);
  let start = 0;
  return [
    `[0:v]setsar=1,split=${names.length}${names.map((name) => `[${name}]`).join('')}`,
    ...shots.map(({ frames }, index) => {
      const [from, to] = [start, (start += frames)];
      return `[${names[index]}]trim=start_frame=${from}:end_frame=${to},setpts=PTS-STARTPTS[shot${index}]`;
    }),
  ];
};
