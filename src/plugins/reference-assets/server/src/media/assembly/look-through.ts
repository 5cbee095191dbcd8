import { readFile, rm } from 'node:fs/promises';

import type { Raster } from '../analysis/raster';
import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { runTool } from '../ffmpeg/run';
import type { MediaTools } from '../ffmpeg/tools';
import type { AssemblyRequest, LogoWindow } from './assembly-request';
import { logoLikeness, type LogoLikeness } from './logo-likeness';
import type { KeptLuma } from './logo-proof';
import { logoView, viewFilter, type LogoView } from './logo-view';

const [columns, rows] = [128, 72];

/** What one frame of a video shows. */
export interface FrameLook {
  /** Nothing to see: dark all over, without a single brighter spot. */
  isBlack: boolean;
  /** How many frames before this one show the very same picture without a break. */
  heldFor: number;
}

/** The logo on a master, to be compared after its encode. */
export interface ExpectedLogo {
  windows: readonly LogoWindow[];
  kept: readonly KeptLuma[];
}

/** What every frame of a video shows, and how alike the logo still is. */
export interface Look {
  frames: FrameLook[];
  logo: LogoLikeness | null;
  /** The frames that were asked for, RGBA. */
  picked: Raster[];
}

/**
 * Decodes a video once and looks at every frame in miniature, and at the logo's place in full.
 *
 * Throws: `MediaToolError` when the picture cannot be decoded.
 */
export const lookThrough = async (
  path: string,
  tools: Pick<MediaTools, 'ffmpeg'>,
  options: {
    size: AssemblyRequest['size'];
    logo?: ExpectedLogo;
    /** Frames to be given back, in order; `pickedPx` long. */
    pick?: readonly number[];
    signal?: AbortSignal;
  },
): Promise<Look> => {
  const { logo, pick = [] } = options;
  const view = logo && logo.windows.length > 0 ? logoView(logo.windows, options.size) : null;
  const likeness = view && logo ? logoLikeness(view, logo) : null;
  const watch = createWatch();
  const sheet = { width: Math.max(columns, view?.width ?? 0), rows: rows + (view?.height ?? 0) };
  const cutter = createCutter(sheet.width * sheet.rows, (frame, index) => {
    watch.see(columnsOf(frame, sheet.width));
    likeness?.see(index, frame.subarray(rows * sheet.width), sheet.width);
  });
  const picks = pickedFrames(path, pick, options.size);
  const filters = [sheetFilters(view, logo?.windows ?? [], sheet.width), ...picks.filters];
  try {
    await runTool(
      'ffmpeg',
      tools.ffmpeg,
      [
        ...['-hide_banner', '-nostdin', '-y', '-i', path, '-filter_complex', filters.join(';')],
        ...['-map', '[sheet]', '-an', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1'],
        ...picks.output,
      ],
      { signal: options.signal, onOutput: cutter },
    );
    return { frames: watch.frames, logo: likeness?.result() ?? null, picked: await picks.read() };
  } finally {
    await picks.remove();
  }
};

/** Long side of frames that are given back, px. */
const pickedPx = 256;

/** Some frames of the same decoding, by way of a file beside the video. */
const pickedFrames = (path: string, pick: readonly number[], size: AssemblyRequest['size']) => {
  if (pick.length === 0)
    return { filters: [], output: [], read: async () => [], remove: async () => undefined };
  const file = `${path}.picked`;
  const scale = pickedPx / Math.max(size.width, size.height);
  const [width, height] = [size.width, size.height].map((side) => Math.round(side * scale));
  const chosen = pick.map((frame) => `eq(n,${frame})`).join('+');
  return {
    filters: [
      `[0:v:0]select='${chosen}',setpts=N/(${framesPerSecond}*TB),` +
        `scale=${width}:${height}:flags=area:in_color_matrix=bt709:in_range=tv,format=rgba[picked]`,
    ],
    output: [
      ...['-map', '[picked]', '-r', String(framesPerSecond), '-frames:v', String(pick.length)],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgba', file],
    ],
    read: async (): Promise<Raster[]> => {
      const bytes = new Uint8Array(await readFile(file));
      const length = width! * height! * 4;
      return Array.from({ length: Math.floor(bytes.length / length) }, (_, index) => ({
        data: bytes.subarray(index * length, (index + 1) * length),
        width: width!,
        height: height!,
      }));
    },
    remove: () => rm(file, { force: true }),
  };
};

/** Miniature and logo's place, one below the other, as brightness alone. */
const sheetFilters = (
  view: LogoView | null,
  windows: readonly LogoWindow[],
  width: number,
): string => {
  const mini = `scale=${columns}:${rows}:flags=area,format=yuv420p,extractplanes=y`;
  if (!view) return `[0:v:0]${mini}[sheet]`;
  return [
    '[0:v:0]split=2[whole][place]',
    `[whole]${mini},pad=${width}:${rows}[mini]`,
    `[place]${viewFilter(view, windows)},format=yuv420p,extractplanes=y,pad=${width}:${view.height}[view]`,
    '[mini][view]vstack[sheet]',
  ].join(';');
};

/** Cuts a stream into frames of one length. */
const createCutter = (length: number, see: (frame: Buffer, index: number) => void) => {
  const frame = Buffer.alloc(length);
  let [filled, index] = [0, 0];
  return (chunk: Buffer): void => {
    for (let at = 0; at < chunk.length;) {
      const part = Math.min(chunk.length - at, length - filled);
      chunk.copy(frame, filled, at, at + part);
      at += part;
      filled += part;
      if (filled < length) return;
      see(frame, index++);
      filled = 0;
    }
  };
};

const columnsOf = (sheet: Buffer, width: number): Uint8Array => {
  const mini = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    mini.set(sheet.subarray(row * width, row * width + columns), row * columns);
  return mini;
};

/** Differences up to this many steps are those of the encoder, not of the picture. */
const encoderNoise = 2;

const createWatch = () => {
  const frames: FrameLook[] = [];
  let held: Uint8Array | null = null;
  let heldFor = 0;
  return {
    frames,
    see(mini: Uint8Array): void {
      // Compared with the first of the run, so that a slow movement adds up and counts as one.
      const same = held !== null && isSame(held, mini);
      heldFor = same ? heldFor + 1 : 0;
      if (!same) held = mini;
      frames.push({ isBlack: isBlack(mini), heldFor });
    },
  };
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean => {
  for (let i = 0; i < one.length; i++)
    if (Math.abs(one[i]! - other[i]!) > encoderNoise) return false;
  return true;
};

/** Shape: `mini` is limited range, black at 16. */
export const isBlack = (mini: Uint8Array): boolean => {
  let [sum, brightest] = [0, 0];
  for (const value of mini) {
    sum += value;
    if (value > brightest) brightest = value;
  }
  return sum / mini.length < 21 && brightest < 33;
};
