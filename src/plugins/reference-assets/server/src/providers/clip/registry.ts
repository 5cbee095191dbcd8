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
  /** How the weights are built and a text is prepared; `clip` unless told. */
  family?: ModelFamily;
  /** Languages it was trained on in earnest; English alone unless told. */
  languages?: 'many';
  /** Text–image cosines of this model: at `none` nothing is meant, at `sure` the picture is; those of CLIP unless told. */
  cosines?: { none: number; sure: number };
}

/**
 * `clip`: text up to its end token, projected. `siglip`: text in lower case, padded to 64 tokens, pooled.
 *
 * Source: model cards of google/siglip2-base-patch16-224; without the padding SigLIP's vectors point elsewhere.
 */
export type ModelFamily = 'clip' | 'siglip';

export const defaultClipModelId = 'clip-vit-large-patch14';

/**
 * The embedding models known without configuration.
 *
 * Source: model cards of the `Xenova` and `onnx-community` ONNX conversions; CLIP's prompt from its paper §3.1.4, weights under MIT;
 *         SigLIP's from its model cards, weights under Apache-2.0.
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
  {
    id: 'siglip2-base-patch16',
    hubName: 'onnx-community/siglip2-base-patch16-224-ONNX',
    dimension: 768,
    dtype: 'q8',
    promptTemplate: 'this is a photo of {}.',
    licence: 'Apache-2.0',
    family: 'siglip',
    languages: 'many',
    cosines: { none: 0, sure: 0.16 },
  },
  {
    id: 'siglip-base-patch16-multilingual',
    hubName: 'Xenova/siglip-base-patch16-256-multilingual',
    dimension: 768,
    dtype: 'q8',
    promptTemplate: '{}',
    licence: 'Apache-2.0',
    family: 'siglip',
    languages: 'many',
    cosines: { none: 0, sure: 0.16 },
  },
];

const clipCosines = { none: 0.15, sure: 0.35 };

/** A text–image cosine of a model as a score 0–1, comparable between models; a model of the configuration's own counts as CLIP. */
export const textImageScore = (modelId: string, cosine: number): number => {
  const { none, sure } = clipModels.find(({ id }) => id === modelId)?.cosines ?? clipCosines;
  return Math.max(0, Math.min(1, (cosine - none) / (sure - none)));
};

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
