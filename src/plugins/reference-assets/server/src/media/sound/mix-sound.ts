import { integratedLoudness } from '../music/loudness';
import { duckingGain } from './duck';
import { amplify, factorOf, sidesOf, silence, soundRate, type Sound } from './sound';

/** A clip's own sound and the samples of the master it belongs to. */
export interface PlacedSound {
  sound: Sound;
  fromSample: number;
  toSample: number;
}

/** Loudness of each bus before they are joined, LUFS: music is the ground, clips stand on it. */
const clipsLufs = -18;
const musicLufs = -20;
/** Joints are faded over 8 ms so that they do not click. */
const joint = soundRate * 0.008;
const musicFade = { in: 0.4 * soundRate, out: 1.5 * soundRate };
const loopSeconds = 1.5;

/**
 * Joins clips' own sounds at their places with music beneath, which makes room where a clip is heard.
 *
 * Shape:  exactly `samples` long; silence where nothing is heard; levels are left to `masterSound`.
 */
export const mixSound = (
  samples: number,
  clips: readonly PlacedSound[],
  music: Sound | null,
): Sound => {
  const mix = silence(samples);
  for (const clip of clips) place(mix, clip);
  if (clips.length > 0) level(mix, clipsLufs);
  if (!music || music.left.length === 0) return mix;
  const bed = looped(music, samples);
  // Alone it needs no level against others: the master's own is all there is.
  if (clips.length > 0) level(bed, musicLufs);
  fadeEnds(bed);
  const room = clips.length > 0 ? duckingGain(mix) : null;
  sidesOf(mix).forEach((side, index) => {
    const under = sidesOf(bed)[index]!;
    for (let i = 0; i < samples; i++) side[i] = side[i]! + under[i]! * (room?.[i] ?? 1);
  });
  return mix;
};

const place = (mix: Sound, { sound, fromSample, toSample }: PlacedSound): void => {
  const length = Math.min(toSample - fromSample, sound.left.length);
  sidesOf(mix).forEach((side, index) => {
    const from = sidesOf(sound)[index]!;
    for (let i = 0; i < length; i++) {
      const gain = Math.min(1, (i + 1) / joint, (length - i) / joint);
      side[fromSample + i] = side[fromSample + i]! + from[i]! * gain;
    }
  });
};

const level = (sound: Sound, lufs: number): void => {
  const loudness = integratedLoudness(sound.left, sound.right);
  if (loudness > -60) amplify(sound, factorOf(lufs - loudness));
};

/** Music at the length asked for: cut, or repeated with its end fading into its beginning. */
const looped = (music: Sound, samples: number): Sound => {
  const bed = silence(samples);
  const length = music.left.length;
  const cross = Math.min(loopSeconds * soundRate, Math.floor(length / 4));
  const step = length - cross;
  for (let start = 0; start < samples; start += step) {
    const repeats = start + length < samples;
    sidesOf(bed).forEach((side, index) => {
      const from = sidesOf(music)[index]!;
      for (let i = 0; i < length && start + i < samples; i++) {
        const rise = start > 0 ? Math.min(1, i / cross) : 1;
        const fall = repeats ? Math.min(1, (length - i) / cross) : 1;
        side[start + i] = side[start + i]! + from[i]! * Math.sqrt(rise * fall);
      }
    });
    if (!repeats) break;
  }
  return bed;
};

const fadeEnds = (sound: Sound): void => {
  const last = sound.left.length - 1;
  const [fadeIn, fadeOut] = [Math.min(musicFade.in, last / 4), Math.min(musicFade.out, last / 4)];
  for (const side of sidesOf(sound)) {
    for (let i = 0; i <= last; i++) {
      const gain = Math.min(1, i / fadeIn, (last - i) / fadeOut);
      side[i] = side[i]! * Math.sin((gain * Math.PI) / 2) ** 2;
    }
  }
};
