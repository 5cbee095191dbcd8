const { min, max, sin, cos, exp, round } = Math;

/** A stereo track being mixed: one array of samples a side, −1–1. */
export interface Track {
  left: Float32Array;
  right: Float32Array;
  sampleRate: number;
}

/** One note of a voice. */
export interface Note {
  startSeconds: number;
  lengthSeconds: number;
  frequency: number;
  /** 0–1. */
  loudness: number;
  /** −1 left to 1 right. */
  pan: number;
}

type Shape = (t: number, phase: number) => number;

/** One turn of a sine; looking it up is several times faster than computing it. */
const tableSize = 16_384;
const turn = Float32Array.from({ length: tableSize }, (_, i) => sin((2 * Math.PI * i) / tableSize));
const wave = (phase: number): number => turn[(phase * tableSize) & (tableSize - 1)]!;

/** Adds a note: `shape` gives its sample at `t` seconds, `phase` in turns. */
const sound = (track: Track, note: Note, tailSeconds: number, shape: Shape): void => {
  const { sampleRate, left, right } = track;
  const first = max(0, round(note.startSeconds * sampleRate));
  const last = min(left.length, first + round((note.lengthSeconds + tailSeconds) * sampleRate));
  const angle = ((note.pan + 1) * Math.PI) / 4;
  const [toLeft, toRight] = [cos(angle) * note.loudness, sin(angle) * note.loudness];
  const advance = note.frequency / sampleRate;
  for (let i = first, phase = 0; i < last; i++, phase += advance) {
    const value = shape((i - first) / sampleRate, phase);
    left[i]! += value * toLeft;
    right[i]! += value * toRight;
  }
};

/** Warm sustained tone: three slightly detuned sines with soft overtones, slow in and out. */
export const addPad = (track: Track, note: Note): void => {
  const [rise, fall] = [min(0.9, note.lengthSeconds * 0.45), 0.9];
  sound(track, note, fall, (t, phase) => {
    const out = t > note.lengthSeconds ? max(0, 1 - (t - note.lengthSeconds) / fall) : 1;
    const envelope = min(1, t / rise) * out * out;
    const drift = 0.0006 * sin(2 * Math.PI * 0.31 * t);
    const body =
      wave(phase * (1 + drift)) + 0.6 * wave(phase * 1.0028) + 0.6 * wave(phase * 0.9972);
    return envelope * (0.3 * body + 0.07 * wave(phase * 2) + 0.025 * wave(phase * 3));
  });
};

/** Soft bell or marimba: a struck tone whose overtones die first. */
export const addPluck = (track: Track, note: Note): void => {
  sound(track, note, 1.1, (t, phase) => {
    const strike = min(1, t / 0.004);
    const ring = exp(-t * 3.4);
    const shimmer = exp(-t * 9);
    const bend = 0.14 * shimmer * wave(phase * 2);
    return strike * (0.55 * ring * wave(phase + bend) + 0.1 * shimmer * wave(phase * 4));
  });
};

/** Round bass: a sine with a little second partial. */
export const addBass = (track: Track, note: Note): void => {
  const fall = 0.12;
  sound(track, note, fall, (t, phase) => {
    const out = t > note.lengthSeconds ? max(0, 1 - (t - note.lengthSeconds) / fall) : 1;
    const envelope = min(1, t / 0.02) * out * (0.65 + 0.35 * exp(-t * 3));
    return envelope * (0.6 * wave(phase) + 0.14 * wave(phase * 2));
  });
};

/** Muffled drum: a sine falling in pitch. */
export const addKick = (track: Track, note: Note): void => {
  sound(track, note, 0, (t) => {
    const pitch = 46 * t + (42 / 26) * (1 - exp(-26 * t));
    return exp(-t * 11) * min(1, t / 0.003) * wave(pitch);
  });
};

/** Shaker: a breath of high-passed noise from a given stream of numbers. */
export const addShaker = (track: Track, note: Note, random: () => number): void => {
  let before = 0;
  sound(track, note, 0, (t) => {
    const noise = random() * 2 - 1;
    const high = noise - before;
    before = noise;
    return 0.22 * high * min(1, t / 0.012) * exp(-t * 34);
  });
};
