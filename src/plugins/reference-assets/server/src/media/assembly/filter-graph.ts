import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { soundRate } from '../sound/sound';
import type { AssemblyRequest, LogoWindow } from './assembly-request';
import { logoView, viewFilter } from './logo-view';

const samplesPerFrame = soundRate / framesPerSecond;

/** Number of samples that belong to so many frames. */
export const samplesOf = (frames: number): number => frames * samplesPerFrame;

/** Filters that put a label with alpha on every frame. */
export const labelFilters = (
  label: { x: number; y: number },
  input: number,
  from: string,
  to: string,
): string[] => [
  // The overlay needs the picture in the master's own colour matrix; ffmpeg would take BT.601 by itself.
  `[${input}:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[${to}picture]`,
  `[${from}][${to}picture]overlay=x=${label.x}:y=${label.y}:format=yuv420:eof_action=repeat[${to}]`,
];

/** Filters that put one logo, whose pixels are the master's own already, on the picture for its window of frames. */
export const logoFilters = (
  { x, y, fromFrame, toFrame }: LogoWindow,
  input: number,
  from: string,
  to: string,
): string[] => [
  `[${from}][${input}:v]overlay=x=${x}:y=${y}:format=yuv420:eof_action=repeat` +
    `:enable='between(n,${fromFrame},${toFrame - 1})'[${to}]`,
];

/** Filters that show the logo's place on the clean and, below it, on the finished picture: the proof's stream. */
export const proofFilters = (
  logos: readonly LogoWindow[],
  frame: AssemblyRequest['size'],
  clean: string,
  finished: string,
): string[] => {
  const view = viewFilter(logoView(logos, frame), logos);
  return [
    `[${clean}]${view}[before]`,
    `[${finished}]${view}[after]`,
    '[before][after]vstack,setsar=1[proof]',
  ];
};

/** Filters that bring a picture of one frame out as the poster. */
export const posterFilters = (frame: number, from: string): string =>
  `[${from}]trim=start_frame=${frame}:end_frame=${frame + 1},setpts=PTS-STARTPTS,` +
  'scale=in_color_matrix=bt709:in_range=tv,format=rgb24[poster]';
