import { integratedLoudness } from '../music/loudness';
import { limit } from './limit';
import { amplify, factorOf, type Sound } from './sound';

/** Loudness of every master, LUFS. Source: the usual target of video platforms. */
export const masterLufs = -14;
/** How far a master's loudness may be off, LU, and how high its true peak may reach, dBTP. */
export const loudnessTolerance = 1;
export const highestTruePeak = -1;

/** Peak that is left before encoding, dBTP: AAC adds up to about a decibel and a half. */
const peakBeforeEncoding = -2.6;
/** Below this a recording counts as silence: to raise it would only raise its noise. */
const silenceLufs = -60;
const rounds = 4;

/**
 * Brings a recording to {@link masterLufs} with its true peak held, in place; silence stays silence.
 *
 * The limiter takes some loudness away, so it is measured again and made up for.
 */
export const masterSound = (sound: Sound): void => {
  const original = { left: sound.left.slice(), right: sound.right.slice() };
  let loudness = integratedLoudness(sound.left, sound.right);
  if (!(loudness > silenceLufs)) return;
  let gain = 0;
  for (let round = 0; round < rounds; round++) {
    gain += masterLufs - loudness;
    sound.left.set(original.left);
    sound.right.set(original.right);
    amplify(sound, factorOf(gain));
    limit(sound, factorOf(peakBeforeEncoding));
    loudness = integratedLoudness(sound.left, sound.right);
    if (Math.abs(masterLufs - loudness) < 0.2) return;
  }
};
