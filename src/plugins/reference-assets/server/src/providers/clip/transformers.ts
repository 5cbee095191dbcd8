import path from 'node:path';
import type { WorkerSettings } from './protocol';
import { EncodingFault, rootMessage } from './protocol';
import { watchedFetch } from './watched-fetch';

export type Transformers = typeof import('@huggingface/transformers');

/**
 * The library, set up for one model source; it is imported only here, because it is an optional dependency and takes a second to load.
 *
 * Throws: `EncodingFault` `library-missing`.
 */
export async function loadTransformers({ source }: WorkerSettings): Promise<Transformers> {
  const library = await importLibrary();
  const { env, LogLevel } = library;
  // What goes wrong reaches us as an exception; its log would repeat that with the whole input.
  env.logLevel = LogLevel.NONE;
  if (source.kind === 'folder') {
    env.allowRemoteModels = false;
    env.useFSCache = false;
    env.useCustomCache = true;
    env.customCache = { match: weightsIn(source.folder), put: async () => undefined };
  } else {
    env.allowLocalModels = false;
    env.cacheDir = source.cacheDir;
    env.fetch = watchedFetch(source.networkTimeoutMs);
    if (source.hubUrl) env.remoteHost = source.hubUrl;
  }
  return library;
}

/**
 * Names the files of weights by their paths instead of opening them.
 *
 * Source: `src/utils/hub/FileResponse.js` of the library (4.3.1) streams every file it opens into memory, even when only its path is wanted: gigabytes, for nothing.
 */
function weightsIn(folder: string): (request: string) => Promise<string | undefined> {
  return async (request) => {
    const name = path.basename(request);
    return /\.onnx(_data(_\d+)?)?$/.test(name) ? path.join(folder, 'onnx', name) : undefined;
  };
}

async function importLibrary(): Promise<Transformers> {
  try {
    return await import('@huggingface/transformers');
  } catch (error) {
    // Absent altogether, or present without the native library of this platform.
    const message = `The package @huggingface/transformers cannot be loaded: ${rootMessage(error)}`;
    throw new EncodingFault('library-missing', message, { cause: error });
  }
}
