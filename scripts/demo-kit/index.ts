import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encode } from './canvas/picture';
import { catalogue, encodingOf, type AssetType, type Entry } from './catalogue';

/** What the kit's manifest says of one picture. */
export interface DemoAsset {
  file: string;
  bytes: number;
  width: number;
  height: number;
  has_alpha: boolean;
  asset_type: AssetType;
  is_logo: boolean;
  /** A sentence for people, used as the asset's description. */
  caption: string;
  licence: string;
}

/** Two at a time: while one picture waits for its shapes, the other is being lit. */
const AT_ONCE = 2;

const drawEntry = async (entry: Entry, folder: string): Promise<DemoAsset> => {
  const picture = await entry.draw();
  const encoding = encodingOf(entry.file);
  const data = await encode(picture, encoding);
  await writeFile(path.join(folder, entry.file), data);
  return {
    file: entry.file,
    bytes: data.length,
    width: picture.width,
    height: picture.height,
    has_alpha: isSeeThrough(picture.pixels),
    asset_type: entry.type,
    is_logo: entry.type === 'logo',
    caption: entry.caption,
    licence: 'MIT',
  };
};

const isSeeThrough = (pixels: Uint8Array) => {
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] < 255) return true;
  return false;
};

interface Options {
  /** Told of each picture as it is written. */
  onDrawn?: (asset: DemoAsset) => void;
  /** The pictures to draw; the whole kit when absent. */
  entries?: Entry[];
}

/**
 * Draws the demo brand kit of a fictional outdoor brand into a folder, with a `manifest.json` beside the pictures.
 *
 * The same pixels come out on every run.
 */
export const drawDemoKit = async (
  folder: string,
  { onDrawn, entries = catalogue }: Options = {},
): Promise<DemoAsset[]> => {
  await mkdir(folder, { recursive: true });
  const assets: DemoAsset[] = [];
  const waiting = [...entries.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, entry] = next;
      assets[place] = await drawEntry(entry, folder);
      onDrawn?.(assets[place]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(assets, null, 1)}\n`);
  return assets;
};
