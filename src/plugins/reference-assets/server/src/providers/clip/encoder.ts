import type { Encoder, RgbRaster } from '../ports';
import { asFault, toProviderError } from './faults';
import type { ModelPart, WorkerTask } from './protocol';
import { EncodingFault } from './protocol';
import { promptFor, resolveClipModel, type ClipModel } from './registry';
import { TurnQueue, type Lane } from './turn-queue';
import { WarmModel, type WarmModelOptions } from './warm-model';

export interface ClipEncoderOptions extends Omit<WarmModelOptions, 'model'> {
  /** A registry's id, or a model of the configuration's own. */
  model: string | ClipModel;
}

/**
 * Encoder on a CLIP model in a worker thread of its own. Texts go before pictures, and into the model's prompt.
 *
 * Throws: `RangeError` for an unknown model id.
 */
export function createClipEncoder(options: ClipEncoderOptions): Encoder {
  const model = resolveClipModel(options.model);
  const warm = new WarmModel({ ...options, model });
  const turns = new TurnQueue();

  const encode = (operation: string, lane: Lane, part: ModelPart, task: WorkerTask) =>
    turns
      .add(lane, () => warm.ask(part, task))
      .catch((error: unknown) => {
        throw toProviderError(asFault(error), operation);
      });

  return {
    model: model.id,
    dimension: model.dimension,
    status: () => ({ model: model.id, dimension: model.dimension, ...warm.status() }),
    start: () => warm.start(),
    async encodeText(text: string) {
      if (text.trim() === '') {
        const fault = new EncodingFault('bad-input', 'Expected a text, got none.');
        throw toProviderError(fault, 'encode-text');
      }
      return encode('encode-text', 'text', 'text', { kind: 'text', text: promptFor(model, text) });
    },
    async encodeImage(image: string | RgbRaster) {
      return encode('encode-image', 'image', 'vision', { kind: 'image', image: compact(image) });
    },
    close: () => warm.close(),
  };
}

/** A thread is sent the whole buffer behind a view, however small the view. */
function compact(image: string | RgbRaster): string | RgbRaster {
  if (typeof image === 'string' || image.data.byteLength === image.data.buffer.byteLength) {
    return image;
  }
  return { ...image, data: Uint8Array.from(image.data) };
}
