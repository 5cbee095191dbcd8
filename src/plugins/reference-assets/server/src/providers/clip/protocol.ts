import type { RgbRaster } from '../ports';
import type { ClipDtype, ModelFamily } from './registry';
import { messageOf } from '../../../../shared/message-of';

/** What the worker is started with. */
export interface WorkerSettings {
  source: ModelSource;
  dtype: ClipDtype;
  family?: ModelFamily;
  threads: number;
}

/** A complete folder, or a hub to download from into a cache. */
export type ModelSource =
  | { kind: 'folder'; folder: string }
  | { kind: 'hub'; hubName: string; cacheDir: string; hubUrl?: string; networkTimeoutMs: number };

/** The halves of a model, loaded when first needed. */
export type ModelPart = 'text' | 'vision';

export type WorkerTask =
  | { kind: 'load'; part: ModelPart }
  | { kind: 'text'; text: string }
  | { kind: 'image'; image: string | RgbRaster };

export type WorkerRequest = WorkerTask & { id: number };

/** How the worker's work goes wrong. */
export type WorkerFault =
  | 'library-missing'
  | 'model-missing'
  | 'network-timeout'
  | 'network'
  | 'model-broken'
  | 'bad-input'
  | 'bad-output';

export interface DownloadProgress {
  file: string;
  loadedBytes: number;
  totalBytes: number;
}

/** `load` answers with the vector of a probe, so that the model's true dimension is seen. */
export type WorkerReply =
  | { id: number; kind: 'vector'; vector: Float32Array }
  | { id: number; kind: 'progress'; progress: DownloadProgress }
  | { id: number; kind: 'fault'; fault: FaultName; message: string };

/** The worker's own faults, and those seen from outside: it was silent, it ended, it is another model, nobody wants it any more. */
export type FaultName = WorkerFault | 'timeout' | 'gone' | 'wrong-dimension' | 'closed';

/** A failure on the way to a vector, on either side of the thread. */
export class EncodingFault extends Error {
  readonly fault: FaultName;

  constructor(fault: FaultName, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'EncodingFault';
    this.fault = fault;
  }
}

/** The innermost message of a chain of causes: `fetch failed` alone tells nobody anything. */
export function rootMessage(error: unknown): string {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return messageOf(current);
}

/** The fault in a chain of causes; a library may have wrapped it. */
export function faultIn(error: unknown): EncodingFault | null {
  let current = error;
  while (current instanceof Error && !(current instanceof EncodingFault)) current = current.cause;
  return current instanceof EncodingFault ? current : null;
}
