import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createClipEncoder,
  type ClipEncoderOptions,
} from '../../src/plugins/reference-assets/server/src/providers/clip';
import type { Encoder } from '../../src/plugins/reference-assets/server/src/providers/ports';
import { buildWorker } from './build-worker';
import { tinyModel, writeTinyClip } from './tiny-clip';

/** A temporary folder with a built worker and a tiny model, and the encoders opened in it. */
export interface Workshop {
  folder: string;
  modelPath: string;
  /** Opens an encoder on the tiny model; `close` closes it. */
  open(options?: Partial<ClipEncoderOptions>): Encoder;
  close(): Promise<void>;
}

export async function createWorkshop(packages?: string[]): Promise<Workshop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clip-'));
  const modelPath = path.join(folder, 'model');
  await writeTinyClip(modelPath);
  const workerFile = await buildWorker(folder, packages);
  const opened: Encoder[] = [];
  return {
    folder,
    modelPath,
    open(options = {}) {
      const encoder = createClipEncoder({
        workerFile,
        model: tinyModel,
        modelPath,
        allowDownload: false,
        timeoutMs: 30_000,
        ...options,
      });
      opened.push(encoder);
      return encoder;
    },
    async close() {
      await Promise.all(opened.map((encoder) => encoder.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
