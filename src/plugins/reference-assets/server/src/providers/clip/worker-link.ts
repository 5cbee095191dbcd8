import { Worker } from 'node:worker_threads';
import type { DownloadProgress, WorkerReply, WorkerSettings, WorkerTask } from './protocol';
import { EncodingFault, rootMessage } from './protocol';

interface Pending {
  resolve(vector: Float32Array): void;
  reject(fault: EncodingFault): void;
  timer: NodeJS.Timeout;
  onProgress?: (progress: DownloadProgress) => void;
}

export interface AskOptions {
  /** How long the worker may be silent about this task; news of a download starts the time again. */
  timeoutMs: number;
  onProgress?: (progress: DownloadProgress) => void;
}

/**
 * One worker thread and the tasks it was given.
 *
 * The thread keeps the process alive only while a task is pending. A task that runs out of time ends the link, since a thread inside native code cannot be told to stop.
 */
export class WorkerLink {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private end: EncodingFault | null = null;

  /** `onGone` is called once when the thread ends by itself, before anyone hears of the pending tasks' rejection. */
  constructor(
    workerFile: string | URL,
    settings: WorkerSettings,
    onGone: (fault: EncodingFault) => void,
  ) {
    this.worker = new Worker(workerFile, { workerData: settings, name: 'clip-encoder' });
    this.worker.unref();
    let reason: unknown = null;
    this.worker.on('message', (reply: WorkerReply) => this.receive(reply));
    this.worker.on('error', (error) => {
      reason = error;
    });
    this.worker.on('exit', (code) => {
      if (this.end) return;
      const fault = gone(reason ?? `exit code ${code}`);
      this.finish(fault);
      onGone(fault);
    });
  }

  /** Rejects with an `EncodingFault`: the worker's own, `timeout`, `gone` or `closed`. */
  ask(task: WorkerTask, { timeoutMs, onProgress }: AskOptions): Promise<Float32Array> {
    if (this.end) return Promise.reject(this.end);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(timeoutMs), timeoutMs);
      this.pending.set(id, { resolve, reject, timer, onProgress });
      this.worker.ref();
      this.worker.postMessage({ ...task, id });
    });
  }

  /** Ends the thread; whatever is pending is rejected as `closed`. Never rejects. */
  async close(): Promise<void> {
    this.finish(new EncodingFault('closed', 'The encoder was closed.'));
    await this.worker.terminate();
  }

  private receive(reply: WorkerReply): void {
    const pending = this.pending.get(reply.id);
    if (!pending) return;
    if (reply.kind === 'progress') {
      pending.timer.refresh();
      pending.onProgress?.(reply.progress);
      return;
    }
    clearTimeout(pending.timer);
    this.pending.delete(reply.id);
    if (this.pending.size === 0) this.worker.unref();
    if (reply.kind === 'vector') pending.resolve(reply.vector);
    else pending.reject(new EncodingFault(reply.fault, reply.message));
  }

  private giveUp(timeoutMs: number): void {
    this.finish(new EncodingFault('timeout', `The encoder gave no answer for ${timeoutMs} ms.`));
  }

  private finish(fault: EncodingFault): void {
    this.end ??= fault;
    for (const { timer, reject } of this.pending.values()) {
      clearTimeout(timer);
      reject(fault);
    }
    this.pending.clear();
    this.worker.unref();
  }
}

function gone(reason: unknown): EncodingFault {
  return new EncodingFault('gone', `The encoder's thread ended: ${rootMessage(reason)}.`, {
    cause: reason,
  });
}
