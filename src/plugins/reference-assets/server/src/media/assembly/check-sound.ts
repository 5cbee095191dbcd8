import type { MediaFacts } from '../ffmpeg/probe';
import type { MediaTools } from '../ffmpeg/tools';
import { integratedLoudness } from '../music/loudness';
import { decodeSound } from '../sound/decode-sound';
import { highestTruePeak, loudnessTolerance, masterLufs } from '../sound/master-sound';
import { decibelsOf } from '../sound/sound';
import { truePeak } from '../sound/true-peak';
import { check, decibels, equal, type QualityCheck } from './checks';
import { samplesOf } from './filter-graph';

/** Loudness below which sound counts as silence, LUFS. */
const silenceLufs = -60;

/**
 * Hears a master through: loudness and true peak where something is to be heard, silence where nothing is.
 *
 * Source: ITU-R BS.1770-4 for both measures.
 */
export const soundChecks = async (
  path: string,
  facts: MediaFacts,
  promised: { frames: number; sound: boolean },
  tools: Pick<MediaTools, 'ffmpeg'>,
  options: { signal?: AbortSignal },
): Promise<QualityCheck[]> => {
  if (!facts.audioCodec) return [equal('sound', promised.sound ? 'heard' : 'silence', 'no track')];
  const sound = await decodeSound(path, samplesOf(promised.frames), tools, options);
  const loudness = integratedLoudness(sound.left, sound.right);
  const isHeard = loudness > silenceLufs;
  const heard = equal('sound', promised.sound ? 'heard' : 'silence', isHeard ? 'heard' : 'silence');
  if (!promised.sound || !isHeard) return [heard];
  const peak = decibelsOf(truePeak(sound));
  return [
    heard,
    check(
      'loudness',
      `${masterLufs} LUFS ± ${loudnessTolerance}`,
      decibels(loudness, 'LUFS'),
      Math.abs(loudness - masterLufs) <= loudnessTolerance,
    ),
    check(
      'true peak',
      `${highestTruePeak} dBTP at most`,
      decibels(peak, 'dBTP'),
      peak <= highestTruePeak,
    ),
  ];
};
