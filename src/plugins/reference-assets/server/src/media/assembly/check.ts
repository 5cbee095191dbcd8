import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { probeMedia, type MediaFacts } from '../ffmpeg/probe';
import type { MediaTools } from '../ffmpeg/tools';
import { check, equal, type QualityCheck, type QualityReport } from './checks';
import { productChecks, productFrames } from './check-products';
import { soundChecks } from './check-sound';
import { logoChecks } from './check-logo';
import { shotChecks, type PromisedShot } from './check-shots';
import type { LogoProof } from './logo-proof';
import type { LogoWindow } from './assembly-request';
import { lookThrough } from './look-through';

export type { QualityCheck, QualityReport } from './checks';

/** What a master was promised to be. */
export interface MasterPromise {
  size: { width: number; height: number };
  /** The shots in order; their frames together are the master's. */
  shots: readonly PromisedShot[];
  /** True when music or a clip is to be heard, so that silence is a defect. */
  sound: boolean;
  /** The logo's windows, and what was seen of them before the encode. */
  logo?: { windows: readonly LogoWindow[]; proof: LogoProof };
}

/**
 * Compares a finished master with its promise: streams, every frame, products, loudness, logo.
 *
 * Throws: `MediaToolError` when the file cannot be read as media at all.
 */
export const checkMaster = async (
  path: string,
  promise: MasterPromise,
  tools: Pick<MediaTools, 'ffmpeg' | 'ffprobe'>,
  options: { signal?: AbortSignal } = {},
): Promise<QualityReport> => {
  const { size, shots, logo } = promise;
  const frames = shots.reduce((sum, shot) => sum + shot.frames, 0);
  const facts = await probeMedia(path, tools, options);
  const expectedLogo = logo && { windows: logo.windows, kept: logo.proof.kept };
  const [look, sound] = await Promise.all([
    lookThrough(path, tools, { size, logo: expectedLogo, pick: productFrames(shots), ...options }),
    soundChecks(path, facts, { frames, sound: promise.sound }, tools, options),
  ]);
  const checks = [
    ...streamChecks(facts, size, frames),
    equal('frames', frames, look.frames.length),
    ...shotChecks(look.frames, shots),
    ...(await productChecks(shots, look.picked)),
    ...sound,
    ...(logo ? logoChecks(logo.proof, look.logo) : []),
    check(
      'file size',
      'not empty',
      `${(facts.sizeBytes / 1e6).toFixed(2)} MB`,
      facts.sizeBytes > 0,
    ),
  ];
  return { passed: checks.every(({ passed }) => passed), checks };
};

const streamChecks = (
  facts: MediaFacts,
  size: MasterPromise['size'],
  frames: number,
): QualityCheck[] => {
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
