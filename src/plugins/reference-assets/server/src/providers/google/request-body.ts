import { filesOf, scalarsOf } from '../generation-input';
import type { GenerationRequest } from '../generation-ports';
import { openPicture } from '../picture-file';

const inline = async (path: string) => {
  const { bytes, mime } = await openPicture(path);
  return { bytesBase64Encoded: bytes.toString('base64'), mimeType: mime };
};

/**
 * Body of POST /models/{model}:predictLongRunning: words and pictures of the one instance, parameters beside it.
 *
 * Source: @google/genai 2.32.0, `generateVideosParametersToMldev`.
 */
export const bodyOf = async (request: GenerationRequest) => {
  const { prompt, ...parameters } = scalarsOf(request);
  const instance: Record<string, unknown> = { prompt };
  for (const { field, list, paths } of filesOf(request)) {
    const pictures = await Promise.all(paths.map(inline));
    instance[field] = list
      ? pictures.map((image) => ({ image, referenceType: 'ASSET' }))
      : pictures[0];
  }
  return { instances: [instance], parameters };
};
