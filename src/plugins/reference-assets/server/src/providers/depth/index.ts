import { stat } from 'node:fs/promises';
import path from 'node:path';
import Piscina from 'piscina';
import { ProviderError, StepFailure } from '../../errors';
import type { DepthPicture, DepthReply } from './protocol';

export type { DepthPicture } from './protocol';

export interface DepthOptions {
  workerFile: string;
  /** The model's folder; without it there is no depth to be had. */
  modelPath?: string;
  timeoutMs: number;
}

const unavailable = (message: string, retryable = false, cause?: unknown): ProviderError =>
  new ProviderError(message, {
    provider: 'depth',
    operation: 'estimate-depth',
    code: retryable ? 'timeout' : 'unavailable',
    retryable,
    cause,
  });

/**
 * Depth of pictures by a model on this machine, in a thread of its own that ends when nobody needs it.
 *
 * Throws: `ProviderError` `unavailable` where no model is configured, it is not there or cannot be loaded, `timeout`
 *         when it takes too long; `StepFailure` for what is no picture.
 */
export const createDepth = ({ workerFile, modelPath, timeoutMs }: DepthOptions) => {
  const pool = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
  });

  const folderOf = async (): Promise<string> => {
    if (!modelPath)
      throw unavailable('No depth model is configured: set depth.modelPath to its folder.');
    const folder = path.resolve(modelPath);
    const isThere = await stat(path.join(folder, 'config.json')).catch(() => null);
    if (!isThere) throw unavailable('The folder of the depth model holds no config.json.');
    return folder;
  };

  const ask = async (task: object): Promise<DepthReply> => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return (await pool.run(task, { signal })) as DepthReply;
    } catch (error) {
      if (signal.aborted) throw unavailable('The depth model took too long.', true, error);
      throw unavailable('The depth model ended unexpectedly.', false, error);
    }
  };

  return {
    async estimate(input: Buffer | string): Promise<DepthPicture> {
      const reply = await ask({ folder: await folderOf(), input });
      if ('depth' in reply) return reply.depth;
      const { kind, code, message } = reply.fault;
      if (kind === 'picture') throw new StepFailure(code, message);
      throw unavailable('The depth model could not be loaded.', false, new Error(message));
    },
    close: (): Promise<void> => pool.destroy(),
  };
};
export type Depth = ReturnType<typeof createDepth>;
