import type { RgbRaster } from '../ports';
import type { DownloadProgress, ModelPart, WorkerSettings } from './protocol';
import { EncodingFault, faultIn, rootMessage } from './protocol';
import { readImage } from './read-image';
import { loadTransformers, type Transformers } from './transformers';

type Report = (progress: DownloadProgress) => void;
type Tensor = InstanceType<Transformers['Tensor']>;
type TextHalf = (text: string) => Promise<Float32Array>;
type VisionHalf = (image: RgbRaster) => Promise<Float32Array>;

/** The two halves of a CLIP model; each is loaded once and then kept. */
export interface ClipSession {
  /** Loads a half and answers with the vector of a probe. */
  load(part: ModelPart, report: Report): Promise<Float32Array>;
  encodeText(text: string): Promise<Float32Array>;
  encodeImage(image: string | RgbRaster): Promise<Float32Array>;
}

/** The length of SigLIP's texts in tokens. */
const pooledTextTokens = 64;

const greyProbe: RgbRaster = { data: new Uint8Array(8 * 8 * 3).fill(128), width: 8, height: 8 };

/** Opens a model for the worker; nothing is loaded yet. */
export function openClip(settings: WorkerSettings): ClipSession {
  let library: Promise<Transformers> | undefined;
  let text: TextHalf | undefined;
  let vision: VisionHalf | undefined;
  return {
    async load(part, report) {
      const loaded = await (library ??= loadTransformers(settings));
      return asLoading(async () => {
        if (part === 'text') return (text ??= await loadText(loaded, settings, report))('probe');
        return (vision ??= await loadVision(loaded, settings, report))(greyProbe);
      });
    },
    async encodeText(words) {
      if (!text) throw new EncodingFault('model-broken', 'The text half is not loaded.');
      return normalised(await text(words));
    },
    async encodeImage(image) {
      if (!vision) throw new EncodingFault('model-broken', 'The vision half is not loaded.');
      return normalised(await vision(await readImage(image)));
    },
  };
}

async function asLoading(load: () => Promise<Float32Array>): Promise<Float32Array> {
  try {
    return await load();
  } catch (error) {
    const named = faultIn(error);
    if (named) throw named;
    const message = `The model cannot be loaded: ${rootMessage(error)}`;
    const missing = error instanceof Error && error.name === 'ModelFileNotFoundError';
    throw new EncodingFault(missing ? 'model-missing' : 'model-broken', message, { cause: error });
  }
}

/** SigLIP reads lower case, padded to the length it was trained on, and pools over the padding. */
async function loadPooledText(
  library: Transformers,
  settings: WorkerSettings,
  report: Report,
): Promise<TextHalf> {
  const options = loadingOptions(settings, report);
  const model = await library.SiglipTextModel.from_pretrained(modelName(settings), options);
  const tokenizer = await library.AutoTokenizer.from_pretrained(modelName(settings), options);
  return async (text) => {
    const inputs = tokenizer(text.toLowerCase(), {
      padding: 'max_length',
      max_length: pooledTextTokens,
      truncation: true,
    });
    return vectorOf((await model(inputs)).pooler_output, 'pooler_output');
  };
}

async function loadText(
  library: Transformers,
  settings: WorkerSettings,
  report: Report,
): Promise<TextHalf> {
  if (settings.family === 'siglip') return loadPooledText(library, settings, report);
  const options = loadingOptions(settings, report);
  // In this order: of a model that does not exist, only this one says so clearly.
  const model = await library.CLIPTextModelWithProjection.from_pretrained(
    modelName(settings),
    options,
  );
  const tokenizer = await library.AutoTokenizer.from_pretrained(modelName(settings), options);
  const lastIdOf = (ids: Tensor) => (ids.data as BigInt64Array)[ids.size - 1];
  const endId = lastIdOf(tokenizer('').input_ids);
  return async (text) => {
    const inputs = tokenizer(text, { padding: true, truncation: true });
    // The library cuts a long text off together with its end token, at which CLIP reads the meaning.
    (inputs.input_ids.data as BigInt64Array)[inputs.input_ids.size - 1] = endId;
    return vectorOf((await model(inputs)).text_embeds, 'text_embeds');
  };
}

async function loadVision(
  library: Transformers,
  settings: WorkerSettings,
  report: Report,
): Promise<VisionHalf> {
  const options = loadingOptions(settings, report);
  const isPooled = settings.family === 'siglip';
  const [processor, model] = await Promise.all([
    library.AutoProcessor.from_pretrained(modelName(settings), options),
    (isPooled ? library.SiglipVisionModel : library.CLIPVisionModelWithProjection).from_pretrained(
      modelName(settings),
      options,
    ),
  ]);
  const output = isPooled ? 'pooler_output' : 'image_embeds';
  return async ({ data, width, height }) => {
    const inputs = await processor(new library.RawImage(data, width, height, 3));
    return vectorOf((await model(inputs))[output], output);
  };
}

function modelName({ source }: WorkerSettings): string {
  return source.kind === 'folder' ? source.folder : source.hubName;
}

function loadingOptions({ dtype, threads }: WorkerSettings, report: Report) {
  return {
    dtype,
    device: 'cpu' as const,
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
    progress_callback: (event: {
      status: string;
      file?: string;
      loaded?: number;
      total?: number;
    }) => {
      if (event.status !== 'progress') return;
      const { file = '', loaded = 0, total = 0 } = event;
      report({ file, loadedBytes: loaded, totalBytes: total });
    },
  };
}

function vectorOf(output: Tensor | undefined, name: string): Float32Array {
  if (!output) throw new EncodingFault('model-broken', `The model gives no ${name}.`);
  return Float32Array.from(output.to('float32').data as Float32Array);
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (!Number.isFinite(length) || length === 0) {
    throw new EncodingFault('bad-output', 'The model gave a vector without a direction.');
  }
  return vector.map((component) => component / length);
}
