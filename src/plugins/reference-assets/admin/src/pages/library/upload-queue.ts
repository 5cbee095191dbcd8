import { UploadError } from '../../api/upload-error';
import { messageOf } from '../../../../shared/message-of';

export type UploadState = 'waiting' | 'sending' | 'done' | 'failed';

/** One file on its way into the library; `share` of it is sent, 0–1. */
export interface Upload {
  id: number;
  file: File;
  state: UploadState;
  share: number;
  error: UploadError | null;
  /** Document id of the asset it became. */
  assetId: string | null;
}

/** How many files are sent at once; more would only starve each other. */
export const maxAtOnce = 3;

/** Adds files to the end of the queue. Units: `firstId` must not be used yet. */
export const enqueue = (uploads: Upload[], files: File[], firstId: number): Upload[] => [
  ...uploads,
  ...files.map((file, index): Upload => ({
    id: firstId + index,
    file,
    state: 'waiting',
    share: 0,
    error: null,
    assetId: null,
  })),
];

/** The files whose turn it is now. */
export const nextUp = (uploads: Upload[]): Upload[] => {
  const sending = uploads.filter(({ state }) => state === 'sending').length;
  return uploads
    .filter(({ state }) => state === 'waiting')
    .slice(0, Math.max(0, maxAtOnce - sending));
};

/** The queue with one upload changed. */
export const patch = (uploads: Upload[], id: number, change: Partial<Upload>): Upload[] =>
  uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload));

/** What every failure of an upload is told as. */
export const asUploadError = (error: unknown): UploadError =>
  error instanceof UploadError ? error : new UploadError('unreachable', messageOf(error));
