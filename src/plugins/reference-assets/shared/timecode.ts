/**
 * Frames, and how people read them. A frame's number and the rational frame rate are the one truth about a moment;
 * seconds and timecode are worked out of them and never stored.
 */
export interface Fps {
  numerator: number;
  denominator: number;
}

/** Reads `30000/1001` or `30/1`. Throws: `RangeError` for anything else. */
export const parseFps = (text: string): Fps => {
  const [, above, below] = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? [];
  if (!above || !below) throw new RangeError(`"${text}" is no rational frame rate`);
  return { numerator: Number(above), denominator: Number(below) };
};

/** The moment a frame begins, in seconds. */
export const secondsOf = (frame: number, { numerator, denominator }: Fps): number =>
  (frame * denominator) / numerator;

/** A moment well inside a frame: a player asked for a frame's very beginning may show the one before. Units: seconds. */
export const middleOf = (frame: number, fps: Fps): number => secondsOf(frame + 0.5, fps);

/** The frame that shows at a moment; a moment within a thousandth of a frame of a beginning belongs to that frame. */
export const frameAt = (seconds: number, { numerator, denominator }: Fps): number =>
  Math.max(0, Math.floor((seconds * numerator) / denominator + 0.001));

/** Whether the rate is one of the two that SMPTE counts with dropped numbers: 29.97 and 59.94. */
export const dropsFrames = ({ numerator, denominator }: Fps): boolean =>
  denominator === 1001 && (numerator === 30_000 || numerator === 60_000);

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * SMPTE timecode of a frame, `HH:MM:SS:FF`, or `HH:MM:SS;FF` with dropped numbers.
 *
 * Drop-frame leaves out two numbers (four at 59.94) at each minute that is not a tenth one; no picture is dropped.
 * Source: SMPTE ST 12-1, counting modes.
 */
export const timecode = (frame: number, fps: Fps): string => {
  const rate = Math.round(fps.numerator / fps.denominator);
  const drop = dropsFrames(fps);
  let number = frame;
  if (drop) {
    const dropped = rate / 15;
    const perMinute = rate * 60 - dropped;
    const perTen = perMinute * 10 + dropped;
    const tens = Math.floor(frame / perTen);
    const rest = frame % perTen;
    const minutes = rest < dropped ? 0 : Math.floor((rest - dropped) / perMinute);
    number += dropped * (9 * tens + minutes);
  }
  const seconds = Math.floor(number / rate);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${parts.map(two).join(':')}${drop ? ';' : ':'}${two(number % rate)}`;
};
