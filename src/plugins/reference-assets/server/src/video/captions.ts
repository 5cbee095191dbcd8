import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** A line of copy and the frames of the master on which it is read. */
export interface CopyLine {
  text: string;
  fromFrame: number;
  toFrame: number;
}

const clock = (frame: number): string => {
  const ms = Math.round((frame * 1000) / framesPerSecond);
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  return (
    `${part(Math.floor(ms / 3_600_000), 2)}:${part(Math.floor(ms / 60_000) % 60, 2)}:` +
    `${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`
  );
};

/** Text as a cue may hold it: on one line, its markup escaped. */
const cueText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/**
 * A video's lines of copy as WebVTT; null when it has none.
 *
 * Shape:  one cue a line, in order, numbered from 1.
 * Source: W3C WebVTT: The Web Video Text Tracks Format.
 */
export const captionsOf = (lines: readonly CopyLine[]): string | null => {
  const cues = lines
    .filter(({ text, fromFrame, toFrame }) => cueText(text) !== '' && toFrame > fromFrame)
    .map(
      ({ text, fromFrame, toFrame }, index) =>
        `${index + 1}\n${clock(fromFrame)} --> ${clock(toFrame)}\n${cueText(text)}\n`,
    );
  return cues.length > 0 ? ['WEBVTT\n', ...cues].join('\n') : null;
};

/** The lines of copy that a video shows, beat by beat; a call to action of the brief closes it where no beat has one, and the brand's small print comes last. */
export const copyLines = (
  { spec }: Pick<VideoRow, 'spec'>,
  beats: readonly Pick<BeatRow, 'startFrame' | 'frames' | 'copy' | 'layout'>[],
): CopyLine[] => [...spokenLines(spec, beats), ...legalLines(beats)];

/** Small print, as it stands on the frame. */
const legalLines = (beats: readonly Pick<BeatRow, 'startFrame' | 'frames' | 'layout'>[]) =>
  beats.flatMap(({ startFrame, frames, layout }) => {
    const text = layout?.legal?.headline?.words;
    return text ? [{ text, fromFrame: startFrame, toFrame: startFrame + frames }] : [];
  });

const spokenLines = (
  spec: VideoRow['spec'],
  beats: readonly Pick<BeatRow, 'startFrame' | 'frames' | 'copy'>[],
): CopyLine[] => {
  const lines = beats.flatMap(({ startFrame, frames, copy }) => {
    const text = [copy?.headline, copy?.callToAction].filter(Boolean).join(' ');
    return text ? [{ text, fromFrame: startFrame, toFrame: startFrame + frames }] : [];
  });
  const last = beats.at(-1);
  const closing = spec?.callToAction;
  if (!closing || !last || beats.some(({ copy }) => copy?.callToAction)) return lines;
  const { startFrame, frames } = last;
  return [
    ...lines.filter(({ fromFrame }) => fromFrame !== startFrame),
    {
      text: [last.copy?.headline, closing].filter(Boolean).join(' '),
      fromFrame: startFrame,
      toFrame: startFrame + frames,
    },
  ];
};
