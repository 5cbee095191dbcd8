import { writeFile } from 'node:fs/promises';

import type { Mood } from '../../../../shared/contracts/vocabulary';
import { writtenWhenComplete } from '../ffmpeg/written-when-complete';
import { seededRandom, type Random } from '../stills/seeded-random';
import { integratedLoudness } from './loudness';
import { addRoom } from './room';
import { scores, type Score } from './score';
import { addBass, addKick, addPad, addPluck, addShaker, type Track } from './voices';
import { toWav } from './wav';

const { max, abs, min, sin, round, ceil } = Math;

const sampleRate = 48_000;
const targetLufs = -20;
const highestPeak = 10 ** (-3.2 / 20);

/** Music to be made. */
export interface MusicRequest {
  durationSeconds: number;
  mood: Mood;
  /** The same seed, mood and length give the same music. */
  seed: string;
}

/**
 * Writes quiet background music of an exact length, faded in and out, to a WAV file.
 *
 * Units:  48 kHz stereo, about −20 LUFS, peak at most −3 dBFS.
 * Throws: `RangeError` for a length of zero or less.
 */
export const writeMusic = async (request: MusicRequest, outputPath: string): Promise<void> => {
  const { left, right } = composeMusic(request);
  await writtenWhenComplete(outputPath, (partial) =>
    writeFile(partial, toWav(left, right, sampleRate)),
  );
};

/** Composes the music as samples; a plain computation of a few hundred milliseconds, fit for a worker. */
export const composeMusic = ({ durationSeconds, mood, seed }: MusicRequest): Track => {
  if (!(durationSeconds > 0))
    throw new RangeError(`music needs a length, got ${durationSeconds} s`);
  const length = round(durationSeconds * sampleRate);
  const track = { left: new Float32Array(length), right: new Float32Array(length), sampleRate };
  const random = seededRandom(`${seed}|${mood}|music`);
  play(track, scores[mood], durationSeconds, random);
  addRoom(track, 0.32);
  fade(track, durationSeconds);
  level(track);
  return track;
};

interface Bar {
  start: number;
  beat: number;
  /** MIDI numbers of the chord, low to high. */
  chord: number[];
  /** Last bar: the chord rests, nothing moves. */
  closing: boolean;
}

const play = (track: Track, score: Score, seconds: number, random: Random): void => {
  const beat = 60 / score.tempo;
  const root = 57 + Math.floor(random() * 7) - 3;
  const progression = pick(score.progressions, random);
  const pattern = pick(score.patterns, random);
  const bars = ceil(seconds / (beat * 4));
  for (let index = 0; index < bars; index++) {
    const closing = bars > 1 && index === bars - 1;
    const degree = closing ? 0 : progression[index % progression.length]!;
    const chord = [0, 2, 4, 6].map((step) => pitch(root, score.mode, degree + step));
    const bar = { start: index * beat * 4, beat, chord, closing };
    playPad(track, score, bar);
    playBass(track, score, bar);
    if (!closing) playPluck(track, score, bar, pattern, random);
    // Drums wait for the second bar, so that the music has somewhere to go.
    if (!closing && index > 0) playBeat(track, score, bar, random);
  }
};

const pick = <T>(choices: readonly T[], random: Random): T =>
  choices[Math.floor(random() * choices.length)]!;

const pitch = (root: number, mode: readonly number[], degree: number): number =>
  root + mode[degree % mode.length]! + 12 * Math.floor(degree / mode.length);

const frequencyOf = (note: number): number => 440 * 2 ** ((note - 69) / 12);

/** Moves a note by octaves to just above `low`. */
const inOctaveAbove = (note: number, low: number): number =>
  low + ((((note - low) % 12) + 12) % 12);

const playPad = (track: Track, { voices }: Score, { start, beat, chord }: Bar): void => {
  chord.forEach((note, index) => {
    const loudness = voices.pad * (index === 3 ? 0.14 : 0.24);
    const pan = [-0.5, 0.5, -0.2, 0.35][index]!;
    const frequency = frequencyOf(inOctaveAbove(note, 53));
    addPad(track, { startSeconds: start, lengthSeconds: beat * 4, frequency, loudness, pan });
  });
};

const playBass = (track: Track, { voices }: Score, { start, beat, chord, closing }: Bar): void => {
  const frequency = frequencyOf(inOctaveAbove(chord[0]!, 33));
  const hits = closing
    ? [[0, 3.6]]
    : [
        [0, 1.9],
        [2.5, 1.3],
      ];
  for (const [at = 0, long = 1] of hits) {
    const loudness = 0.42 * voices.bass;
    const timing = { startSeconds: start + at * beat, lengthSeconds: long * beat };
    addBass(track, { ...timing, frequency, loudness, pan: 0 });
  }
};

const playPluck = (
  track: Track,
  { voices }: Score,
  { start, beat, chord }: Bar,
  pattern: readonly number[],
  random: Random,
): void => {
  pattern.forEach((eighth, index) => {
    // Mostly up and down the chord, now and then a leap.
    const rise = [0, 1, 2, 3, 2, 1, 2, 1][index % 8]!;
    const step = random() < 0.8 ? rise : Math.floor(random() * 4);
    const frequency = frequencyOf(inOctaveAbove(chord[step]!, 65));
    const accent = eighth % 4 === 0 ? 1 : 0.72;
    const late = random() * 0.012;
    addPluck(track, {
      startSeconds: start + eighth * beat * 0.5 + late,
      lengthSeconds: beat * 0.5,
      frequency,
      loudness: voices.pluck * 0.3 * accent * (0.85 + 0.15 * random()),
      pan: 0.5 * sin(eighth * 1.7),
    });
  });
};

const playBeat = (track: Track, { voices }: Score, { start, beat }: Bar, random: Random): void => {
  if (voices.beat === 0) return;
  const note = { lengthSeconds: 0.45, frequency: 0, pan: 0 };
  for (const at of [0, 2]) {
    addKick(track, { ...note, startSeconds: start + at * beat, loudness: 0.5 * voices.beat });
  }
  for (let eighth = 1; eighth < 8; eighth += 2) {
    const shaker = { ...note, lengthSeconds: 0.12, pan: 0.3, loudness: 0.34 * voices.beat };
    addShaker(track, { ...shaker, startSeconds: start + eighth * beat * 0.5 }, random);
  }
};

const fade = ({ left, right }: Track, seconds: number): void => {
  const fadeIn = min(0.6, seconds / 6) * sampleRate;
  const fadeOut = min(1.8, seconds / 4) * sampleRate;
  const last = left.length - 1;
  for (let i = 0; i < left.length; i++) {
    const gain = min(1, i / fadeIn, (last - i) / fadeOut);
    const curved = sin((gain * Math.PI) / 2) ** 2;
    left[i]! *= curved;
    right[i]! *= curved;
  }
};

/** Brings the music to its loudness, less where a peak would stand out. */
const level = ({ left, right }: Track): void => {
  let peak = 0;
  for (const side of [left, right]) for (const value of side) peak = max(peak, abs(value));
  if (peak === 0) return;
  const loudness = integratedLoudness(left, right);
  const wanted = Number.isFinite(loudness) ? 10 ** ((targetLufs - loudness) / 20) : Infinity;
  const gain = min(wanted, highestPeak / peak);
  for (const side of [left, right]) for (let i = 0; i < side.length; i++) side[i]! *= gain;
};
