import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClipModel } from '../../src/plugins/reference-assets/server/src/providers/clip';
import { writeOnnx } from './onnx-writer';
import { featureSize, gridSize, textGraph, visionGraph } from './tiny-graphs';
import {
  colourWords,
  emptyWords,
  endToken,
  startToken,
  tokenizerConfig,
  tokenizerJson,
  vocabulary,
} from './tiny-tokenizer';

/** The tiny model as a row of the registry. */
export const tinyModel: ClipModel = {
  id: 'tiny-clip',
  hubName: 'reference-assets/tiny-clip',
  dimension: 32,
  dtype: 'fp32',
  promptTemplate: 'a photo of {}',
  licence: 'MIT',
};

const mean = [0.48145466, 0.4578275, 0.40821073];
const deviation = [0.26862954, 0.26130258, 0.27577711];

export interface TinyClipOptions {
  /** Components of its vectors; default 32. */
  dimension?: number;
}

/**
 * Writes a model with CLIP's shape and files, the same bytes each time, about half a megabyte.
 *
 * It sees the colours of a picture on an 8 × 8 grid and knows the colours' names, so that "red" finds red pictures; any other word gets a direction of its own.
 */
export async function writeTinyClip(
  folder: string,
  { dimension = tinyModel.dimension }: TinyClipOptions = {},
): Promise<void> {
  const random = normalNumbers(7);
  const projection = Float32Array.from({ length: featureSize * dimension }, random);
  const table = Float32Array.from(vocabulary.flatMap((token) => wordFeatures(token, random)));
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  const files: Record<string, string | Buffer> = {
    'config.json': json(modelConfig(dimension)),
    'preprocessor_config.json': json(preprocessorConfig()),
    'tokenizer.json': json(tokenizerJson()),
    'tokenizer_config.json': json(tokenizerConfig()),
    'onnx/text_model.onnx': writeOnnx(textGraph(table, projection)),
    'onnx/vision_model.onnx': writeOnnx(visionGraph(projection)),
  };
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, name), content);
  }
}

function wordFeatures(token: string, random: () => number): number[] {
  const colour = colourWords[token];
  if (colour) {
    const cells = gridSize * gridSize;
    return colour.flatMap((value, channel) =>
      Array<number>(cells).fill((value / 255 - mean[channel]) / deviation[channel]),
    );
  }
  const weight = [...emptyWords, startToken, endToken].includes(token) ? 0.02 : 1;
  return Array.from({ length: featureSize }, () => weight * random());
}

function modelConfig(dimension: number): object {
  return {
    architectures: ['CLIPModel'],
    model_type: 'clip',
    projection_dim: dimension,
    text_config: { model_type: 'clip_text_model', hidden_size: featureSize },
    vision_config: { model_type: 'clip_vision_model', hidden_size: featureSize, patch_size: 28 },
  };
}

function preprocessorConfig(): object {
  return {
    image_processor_type: 'CLIPImageProcessor',
    feature_extractor_type: 'CLIPFeatureExtractor',
    do_resize: true,
    size: { shortest_edge: 224 },
    resample: 3,
    do_center_crop: true,
    crop_size: { height: 224, width: 224 },
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    do_convert_rgb: true,
    image_mean: mean,
    image_std: deviation,
  };
}

/** Normally distributed numbers that are the same on every run (mulberry32, Box–Muller). */
function normalNumbers(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
