/** How a model's weights are stored; smaller ones are faster and a little less exact. */
export type ClipDtype = 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'q4f16' | 'bnb4';

/** One embedding model, as data: a configuration may add its own. */
export interface ClipModel {
  /** Our name for it, written beside every vector. */
  id: string;
  /** `<org>/<name>` on the Hugging Face hub, and the folder's name in its cache. */
  hubName: string;
  dimension: number;
  /** Weights used unless the configuration names others. */
  dtype: ClipDtype;
  /** What a text is put into before it is encoded; `{}` stands for the text. */
  promptTemplate: string;
  licence: string;
}

export const defaultClipModelId = 'clip-vit-large-patch14';

/**
 * The embedding models known without configuration.
 *
 * Source: model cards of the `Xenova` ONNX conversions; prompt from the CLIP paper §3.1.4; OpenAI publishes code and weights under MIT.
 */
export const clipModels: readonly ClipModel[] = [
  {
    id: defaultClipModelId,
    hubName: 'Xenova/clip-vit-large-patch14',
    dimension: 768,
    dtype: 'q8',
    promptTemplate: 'a photo of {}',
    licence: 'MIT',
  },
  {
    id: 'clip-vit-base-patch32',
    hubName: 'Xenova/clip-vit-base-patch32',
    dimension: 512,
    dtype: 'q8',
    promptTemplate: 'a photo of {}',
    licence: 'MIT',
  },
];

/**
 * The model of that id, or the model itself when the configuration brings its own.
 *
 * Throws: `RangeError` naming the known ids.
 */
export function resolveClipModel(model: string | ClipModel): ClipModel {
  if (typeof model !== 'string') return model;
  const known = clipModels.find(({ id }) => id === model);
  if (known) return known;
  const ids = clipModels.map(({ id }) => id).join(', ');
  throw new RangeError(`Unknown embedding model "${model}". Known: ${ids}.`);
}

/** Puts a text into the model's prompt. */
export function promptFor(model: ClipModel, text: string): string {
  return model.promptTemplate.replace('{}', () => text);
}
