import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { probeMedia, type MediaFacts } from '../ffmpeg/probe';
import type { MediaTools } from '../ffmpeg/tools';
import { isBlack, measurePicture, measureSound } from './measure-master';

/** What a master was promised to be. */
export interface MasterPromise {
  size: { width: number; height: number };
  frames: number;
  /** True when music was asked for, so that silence is a defect. */
  music: boolean;
}

/** One question put to a master and its answer. */
export interface QualityCheck {
  name: string;
  expected: string;
  actual: string;
  passed: boolean;
}

/** Everything that was checked on a master. */
export interface QualityReport {
  passed: boolean;
  checks: QualityCheck[];
}

/** Peak below which sound counts as silence, dBFS. */
const silenceDb = -60;

/**
 * Compares a finished master with its promise, and looks at every frame for black.
 *
 * Throws: `MediaToolError` when the file cannot be read as media at all.
 */
export const checkMaster = async (
  path: string,
  promise: MasterPromise,
  tools: Pick<MediaTools, 'ffmpeg' | 'ffprobe'>,
  options: { signal?: AbortSignal } = {},
): Promise<QualityReport> => {
  const facts = await probeMedia(path, tools, options);
  const picture = await measurePicture(path, tools, options);
  const sound = facts.audioCodec ? await measureSound(path, tools, options) : { peakDb: -Infinity };
  const blackFrames = picture.filter(isBlack).length;
  const checks = [
    ...streamChecks(facts, promise),
    equal('frames', promise.frames, picture.length),
    equal('black frames', 0, blackFrames),
    ...(promise.music
      ? [
          check(
            'music',
            `above ${silenceDb} dBFS`,
            decibels(sound.peakDb),
            sound.peakDb > silenceDb,
          ),
        ]
      : []),
  ];
  return { passed: checks.every(({ passed }) => passed), checks };
};

const streamChecks = (facts: MediaFacts, { size, frames }: MasterPromise): QualityCheck[] => {
  const seconds = frames / framesPerSecond;
  // The container counts audio in blocks of 1024 samples; half a frame of difference is still the exact cut.
  const lengthFits = Math.abs(facts.durationSeconds - seconds) < 0.5 / framesPerSecond;
  const fps = facts.fps ? `${facts.fps.numerator}/${facts.fps.denominator}` : 'none';
  return [
    equal('size', `${size.width}×${size.height}`, `${facts.width}×${facts.height}`),
    check(
      'duration',
      `${seconds.toFixed(3)} s`,
      `${facts.durationSeconds.toFixed(3)} s`,
      lengthFits,
    ),
    equal('frame rate', `${framesPerSecond}/1`, fps),
    equal('video codec', 'h264', facts.videoCodec),
    equal('pixel format', 'yuv420p', facts.pixelFormat),
    equal('colour space', 'bt709', facts.colorSpace),
    equal('audio codec', 'aac', facts.audioCodec),
    equal('audio rate', '48000 Hz', `${facts.sampleRate} Hz`),
    equal('audio channels', 2, facts.channels),
    equal('index first', true, facts.faststart),
  ];
};

const check = (name: string, expected: string, actual: string, passed: boolean): QualityCheck => ({
  name,
  expected,
  actual,
  passed,
});

const equal = (name: string, expected: unknown, actual: unknown): QualityCheck =>
  check(name, String(expected), String(actual ?? 'none'), expected === actual);

const decibels = (value: number): string =>
  Number.isFinite(value) ? `${value.toFixed(1)} dBFS` : 'silence';
