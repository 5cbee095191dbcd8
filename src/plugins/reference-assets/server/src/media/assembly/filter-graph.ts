import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { soundRate } from '../sound/sound';
import type { AssemblyRequest, LogoWindow, PictureWindow } from './assembly-request';
import { logoView, viewFilter } from './logo-view';

const samplesPerFrame = soundRate / framesPerSecond;

/** Number of samples that belong to so many frames. */
export const samplesOf = (frames: number): number => frames * samplesPerFrame;

/** Filters that show a picture with alpha over its window of frames, fading in and out. */
export const pictureFilters = (
  { x, y, fromFrame, toFrame, fadeFrames = 0 }: PictureWindow,
  input: number,
  from: string,
  to: string,
): string[] => {
  const length = toFrame - fromFrame;
  const fade = Math.min(fadeFrames, Math.floor(length / 2));
  const fades =
    fade > 0
      ? `,fade=t=in:start_frame=0:nb_frames=${fade}:alpha=1` +
        `,fade=t=out:start_frame=${length - fade}:nb_frames=${fade}:alpha=1`
      : '';
  return [
    // The overlay needs the picture in the master's own colour matrix; ffmpeg would take BT.601 by itself.
    `[${input}:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,` +
      `loop=loop=${length - 1}:size=1:start=0,settb=1/${framesPerSecond},setpts=N${fades},` +
      `setpts=N+${fromFrame}[${to}picture]`,
    `[${from}][${to}picture]overlay=x=${x}:y=${y}:format=yuv420:eof_action=pass` +
      `:enable='between(n,${fromFrame},${toFrame - 1})'[${to}]`,
  ];
};

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
