import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ClipDtype, ClipModel } from './registry';

export interface ModelPlace {
  model: ClipModel;
  /** The model's folder, or one that holds `<org>/<name>`; when given, nothing else is looked at. */
  modelPath?: string;
  /** Where downloads are kept, as `<org>/<name>`. */
  cacheDir?: string;
  /** Exactly these weights; otherwise the model's own choice, else what is there. */
  dtype?: ClipDtype;
}

export type FoundModel =
  { found: true; folder: string; dtype: ClipDtype } | { found: false; reason: string };

const configurationFiles = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
];

/** File name suffixes of `@huggingface/transformers` (`DEFAULT_DTYPE_SUFFIX_MAPPING`), in the order in which we fall back. */
const suffixes: Record<ClipDtype, string> = {
  fp32: '',
  q8: '_quantized',
  fp16: '_fp16',
  int8: '_int8',
  uint8: '_uint8',
  q4: '_q4',
  q4f16: '_q4f16',
  bnb4: '_bnb4',
};
const fallbackOrder = Object.keys(suffixes) as ClipDtype[];

/** Download folder when the configuration names none. */
export function defaultCacheDir(): string {
  return path.join(homedir(), '.cache', 'reference-assets', 'models');
}

/**
 * Says without loading anything whether a model is complete on this disk, and in which folder.
 *
 * Throws: never; what is missing is in `reason`.
 */
export async function findModel(place: ModelPlace): Promise<FoundModel> {
  const folders = foldersFor(place);
  for (const folder of folders) {
    if (!(await isFile(path.join(folder, 'config.json')))) continue;
    return inspect(folder, place);
  }
  return {
    found: false,
    reason: `No model folder with a config.json at ${folders.join(' or ')}.`,
  };
}

function foldersFor({ model, modelPath, cacheDir }: ModelPlace): string[] {
  if (!modelPath) return [path.resolve(cacheDir ?? defaultCacheDir(), model.hubName)];
  const folder = path.resolve(modelPath);
  return [folder, path.join(folder, model.hubName)];
}

async function inspect(folder: string, { model, dtype }: ModelPlace): Promise<FoundModel> {
  const missing = await missingFiles(folder, configurationFiles);
  if (missing.length > 0) return incomplete(folder, missing);
  const wanted = dtype ? [dtype] : [model.dtype, ...fallbackOrder];
  for (const candidate of wanted) {
    const lacking = await missingFiles(folder, weightFiles(candidate));
    if (lacking.length === 0) return { found: true, folder, dtype: candidate };
  }
  return incomplete(folder, weightFiles(wanted[0]));
}

function weightFiles(dtype: ClipDtype): string[] {
  return ['text_model', 'vision_model'].map((name) => `onnx/${name}${suffixes[dtype]}.onnx`);
}

function incomplete(folder: string, files: string[]): FoundModel {
  return { found: false, reason: `The model in ${folder} is incomplete: ${files.join(', ')}.` };
}

async function missingFiles(folder: string, files: string[]): Promise<string[]> {
  const present = await Promise.all(files.map((file) => isFile(path.join(folder, file))));
  return files.filter((_, index) => !present[index]);
}

async function isFile(file: string): Promise<boolean> {
  // Whatever keeps the file from being looked at also keeps the library from reading it.
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
