import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { onGround } from '../../media/analysis/raster';
import { openPicture } from '../../media/decode';
import type { DepthPicture } from './protocol';

type Transformers = typeof import('@huggingface/transformers');
type Tensor = InstanceType<Transformers['Tensor']>;

/** Estimates depth of one RGB picture. Shape: the tensor is [1, height, width] or [height, width]. */
type Estimate = (data: Uint8Array, width: number, height: number) => Promise<Tensor>;

const open = new Map<string, Promise<Estimate>>();

const load = async (folder: string): Promise<Estimate> => {
  const library = await import('@huggingface/transformers');
  library.env.allowRemoteModels = false;
  library.env.localModelPath = path.dirname(folder);
  const name = path.basename(folder);
  const isSmall = existsSync(path.join(folder, 'onnx', 'model_quantized.onnx'));
  const options = { local_files_only: true, dtype: isSmall ? 'q8' : 'fp32' } as const;
  const processor = await library.AutoProcessor.from_pretrained(name, options);
  const model = await library.AutoModelForDepthEstimation.from_pretrained(name, options);
  return async (data, width, height) => {
    const image = new library.RawImage(new Uint8ClampedArray(data), width, height, 3);
    const { predicted_depth: depth } = (await model(await processor(image))) as {
      predicted_depth: Tensor;
    };
    return depth;
  };
};

const modelIn = (folder: string): Promise<Estimate> => {
  const known = open.get(folder);
  if (known) return known;
  const model = load(folder);
  open.set(folder, model);
  model.catch(() => open.delete(folder));
  return model;
};

/** Depths as grey: the nearest white, the farthest black. */
const toGrey = (depths: ArrayLike<number>): Uint8Array => {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < depths.length; i += 1) {
    least = Math.min(least, depths[i]!);
    most = Math.max(most, depths[i]!);
  }
  const range = most - least || 1;
  return Uint8Array.from(depths, (value) => Math.round(((value - least) / range) * 255));
};

const withoutAlpha = (rgba: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .raw()
    .toBuffer();

/**
 * Relative depths of a picture, by a monocular model (Depth Anything, DPT): near is light.
 *
 * Units:  long side at most 1024 px, as all pictures that guide a model.
 * Throws: `MediaRefusal` for what is no picture; whatever the library throws for a model that cannot be loaded.
 */
export const estimateDepth = async (
  folder: string,
  input: Buffer | string,
): Promise<DepthPicture> => {
  const { raster } = await openPicture(input);
  const { data, width, height } = onGround(raster);
  const estimate = await modelIn(folder);
  const { data: depths, dims } = await estimate(
    await withoutAlpha(data, width, height),
    width,
    height,
  );
  const [rows, columns] = dims.slice(-2) as [number, number];
  const grey = await sharp(toGrey(depths as Float32Array), {
    raw: { width: columns, height: rows, channels: 1 },
  })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { grey: new Uint8Array(grey), width, height };
};
