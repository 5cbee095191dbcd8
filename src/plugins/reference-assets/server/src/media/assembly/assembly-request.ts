import type { Transition } from '../../../../shared/contracts/spec';
import type { AspectMismatch } from '../../../../shared/contracts/vocabulary';
import type { MovingStill } from '../motion/camera-frames';

/** A finished clip and how many frames of it the master shows. */
export interface ClipShot {
  path: string;
  frames: number;
  /** Whether the clip's own sound is heard, where it has any; yes unless told. */
  sound?: boolean;
  /** How the picture comes into this shot; cut unless told, and always cut at the very start. */
  transition?: Transition | null;
  /** The moving still that the clip was made from: where all have one, an encode draws it anew instead of decoding. */
  drawn?: MovingStill;
}

/** A picture with alpha over some frames of the master, below the logo: words, a label. */
export interface PictureWindow {
  fromFrame: number;
  toFrame: number;
  x: number;
  y: number;
  pngPath: string;
  /** Frames over which it appears and disappears; 0 unless told. */
  fadeFrames?: number;
}

/** A logo picture shown over some frames of the master; `toFrame` is the first frame without it. */
export interface LogoWindow {
  fromFrame: number;
  toFrame: number;
  x: number;
  y: number;
  width: number;
  height: number;
  pngPath: string;
}

/**
 * What a master is made of.
 *
 * Shots are clips on disk or, for a whole animatic, moving stills drawn straight into the encoder.
 */
export interface AssemblyRequest {
  size: { width: number; height: number };
  shots: { clips: ClipShot[] } | { stills: MovingStill[] };
  /** One after the other, never two on one frame. */
  logos?: LogoWindow[];
  pictures?: PictureWindow[];
  /** Path of the music, of any length and format; it is brought to the master's length. */
  musicPath?: string;
  /** For a clip of another shape, `fit` unless told: bars, cut edges, or bars filled with its own blurred picture. Bars thinner than a thirtieth of the frame are cut away all the same. */
  aspectMismatch?: AspectMismatch;
  /** x264 preset and quality of the one encode. */
  encode?: { preset?: string; crf?: number };
  outputPath: string;
  /** Where the poster goes (JPEG), and which frame it shows; by default the middle of the longest shot. */
  poster?: { path: string; frame?: number };
  signal?: AbortSignal;
}

/** Number of frames each shot takes, in order. */
export const shotLengths = ({ shots }: Pick<AssemblyRequest, 'shots'>): number[] =>
  ('clips' in shots ? shots.clips : shots.stills).map(({ frames }) => frames);

/**
 * Refuses what cannot become a master.
 *
 * Throws: `RangeError` naming the value that does not fit.
 */
export const demandPossible = (request: AssemblyRequest): void => {
  const { size, logos = [] } = request;
  const lengths = shotLengths(request);
  const total = lengths.reduce((sum, frames) => sum + frames, 0);
  if (lengths.length === 0) throw new RangeError('a master needs at least one shot');
  if (!lengths.every((frames) => Number.isInteger(frames) && frames > 0)) {
    throw new RangeError(`every shot needs a whole number of frames, got ${lengths.join(', ')}`);
  }
  if (size.width < 2 || size.height < 2 || size.width % 2 || size.height % 2) {
    throw new RangeError(`the master's size must be even, got ${size.width}×${size.height}`);
  }
  for (const logo of logos) demandLogo(logo, size, total);
  const inOrder = [...logos].sort((one, other) => one.fromFrame - other.fromFrame);
  inOrder.forEach((logo, index) => {
    const next = inOrder[index + 1];
    if (next && next.fromFrame < logo.toFrame)
      throw new RangeError(`two logos stand on frame ${next.fromFrame}`);
  });
};

const demandLogo = (logo: LogoWindow, size: AssemblyRequest['size'], total: number): void => {
  const { fromFrame, toFrame, x, y, width, height } = logo;
  const inTime = fromFrame >= 0 && toFrame > fromFrame && toFrame <= total;
  const inFrame =
    x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height && width > 0;
  const even = [x, y, width, height].every((value) => Number.isInteger(value) && value % 2 === 0);
  if (!inTime) throw new RangeError(`logo window ${fromFrame}–${toFrame} is outside 0–${total}`);
  if (!inFrame) throw new RangeError('a logo does not fit in the frame');
  if (!even) throw new RangeError("a logo's place and size must be even, as the codec's colour is");
};
