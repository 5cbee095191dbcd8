import { availableParallelism } from 'node:os';
import type { EncoderState } from '../ports';
import { asFault, stateAfter } from './faults';
import { defaultCacheDir, findModel, type FoundModel } from './find-model';
import type { DownloadProgress, ModelPart, ModelSource, WorkerTask } from './protocol';
import { EncodingFault } from './protocol';
import type { ClipDtype, ClipModel } from './registry';
import { verifyDownload } from './verify-download';
import { WorkerLink } from './worker-link';

/** How long the hub may be silent unless told, ms. */
const silentMs = 20_000;

export interface WarmModelOptions {
  /** The built worker; a path must be absolute. */
  workerFile: string | URL;
  model: ClipModel;
  /** The model's folder or a parent of `<org>/<name>`; when given, nothing is ever downloaded. */
  modelPath?: string;
  cacheDir?: string;
  dtype?: ClipDtype;
  allowDownload: boolean;
  /** For one text or picture, from the moment the worker gets it. */
  timeoutMs: number;
  /** Silence while a half of the model loads; default two minutes. */
  loadTimeoutMs?: number;
  /** Silence of the network during a download; default 20 s. */
  networkTimeoutMs?: number;
  /** A mirror of the Hugging Face hub. */
  hubUrl?: string;
  /** Threads of one inference; default half the processors, since more were slower beside other work. */
  threads?: number;
}

/**
 * A model kept loaded in a worker thread: found, opened, watched, replaced when its thread dies.
 *
 * The text half is loaded at the start, the vision half with the first picture. A thread that dies is replaced; when the next one dies too before it gave a vector, the model has failed.
 */
export class WarmModel {
  private state: EncoderState = 'loading';
  private reason: string | undefined = 'Not started yet.';
  private obstacle: EncodingFault | null = null;
  private starting: Promise<void> | null = null;
  private link: WorkerLink | null = null;
  private crashes = 0;
  private closed = false;
  private readonly loadedParts = new Set<ModelPart>();

  constructor(private readonly options: WarmModelOptions) {}

  status(): { state: EncoderState; reason?: string } {
    const { state, reason } = this;
    return reason === undefined ? { state } : { state, reason };
  }

  /** Settles when the model is ready or cannot be; never rejects. After a failure it tries anew. */
  start(): Promise<void> {
    if (this.closed) return Promise.resolve();
    const ended = this.obstacle !== null;
    if (ended) this.crashes = 0;
    if (ended || !this.starting) this.starting = this.load();
    return this.starting;
  }

  /** Rejects with an `EncodingFault` only. */
  async ask(part: ModelPart, task: WorkerTask): Promise<Float32Array> {
    if (!this.obstacle) await (this.starting ?? this.start());
    const { obstacle, link } = this;
    if (obstacle || !link) throw obstacle ?? new EncodingFault('gone', 'The model is not loaded.');
    if (!this.loadedParts.has(part)) await this.loadLate(link, part);
    try {
      const vector = await link.ask(task, { timeoutMs: this.options.timeoutMs });
      this.crashes = 0;
      return vector;
    } catch (error) {
      // The thread is still busy with what nobody waits for any more: take another one.
      if (asFault(error).fault === 'timeout') this.starting = this.reload();
      throw error;
    }
  }

  /** Never rejects. */
  async close(): Promise<void> {
    this.stopAt(new EncodingFault('closed', 'The encoder was closed.'));
    this.closed = true;
    await this.dropLink();
    await this.starting;
  }

  private async load(): Promise<void> {
    this.obstacle = null;
    this.show('loading', 'The model is being loaded.');
    const found = await findModel(this.options);
    if (this.closed) return;
    if (!found.found && (this.options.modelPath || !this.options.allowDownload)) {
      return this.stopAt(new EncodingFault('model-missing', found.reason));
    }
    try {
      await this.open(found.found ? found : await this.download());
      this.show('ready');
    } catch (error) {
      await this.abandon(asFault(error));
    }
  }

  /** Fetches both halves with a thread of its own, whose memory holds copies of the files until it ends. */
  private async download(): Promise<FoundModel & { found: true }> {
    const { dtype, model } = this.options;
    const link = this.openLink(hubSource(this.options), dtype ?? model.dtype);
    await this.loadPart(link, 'text');
    await this.loadPart(link, 'vision');
    await this.dropLink();
    const found = await findModel(this.options);
    if (found.found) {
      const { hubUrl, networkTimeoutMs = silentMs } = this.options;
      await verifyDownload(found.folder, model.hubName, { hubUrl, networkTimeoutMs });
      return found;
    }
    throw new EncodingFault('model-missing', `After the download: ${found.reason}`);
  }

  private async open({ folder, dtype }: FoundModel & { found: true }): Promise<void> {
    if (this.closed) throw new EncodingFault('closed', 'The encoder was closed.');
    await this.loadPart(this.openLink({ kind: 'folder', folder }, dtype), 'text');
  }

  private openLink(source: ModelSource, dtype: ClipDtype): WorkerLink {
    const { workerFile, threads = Math.max(1, Math.floor(availableParallelism() / 2)) } =
      this.options;
    this.loadedParts.clear();
    const { family } = this.options.model;
    const link = new WorkerLink(workerFile, { source, dtype, family, threads }, (fault) =>
      this.onGone(link, fault),
    );
    this.link = link;
    return link;
  }

  private async loadPart(link: WorkerLink, part: ModelPart): Promise<void> {
    const timeoutMs = this.options.loadTimeoutMs ?? 120_000;
    const onProgress = (progress: DownloadProgress) => {
      if (this.state === 'loading') this.show('loading', describe(progress));
    };
    const probe = await link.ask({ kind: 'load', part }, { timeoutMs, onProgress });
    const { id, dimension } = this.options.model;
    if (probe.length !== dimension) {
      const message = `The ${part} half gives ${probe.length} dimensions, ${id} is to have ${dimension}.`;
      throw new EncodingFault('wrong-dimension', message);
    }
    this.loadedParts.add(part);
  }

  private async loadLate(link: WorkerLink, part: ModelPart): Promise<void> {
    try {
      await this.loadPart(link, part);
    } catch (error) {
      const fault = asFault(error);
      // A thread that died has already been replaced by `onGone`.
      if (fault.fault !== 'gone') this.starting = this.abandon(fault);
      throw fault;
    }
  }

  private onGone(link: WorkerLink, fault: EncodingFault): void {
    // While loading, the pending task brings the news to `load`.
    if (this.link === link && this.state === 'ready') this.starting = this.abandon(fault);
  }

  private async abandon(fault: EncodingFault): Promise<void> {
    if (this.closed) return;
    if (fault.fault === 'gone' && this.crashes === 0) {
      this.crashes += 1;
      return this.reload();
    }
    this.stopAt(fault);
    await this.dropLink();
  }

  private async reload(): Promise<void> {
    this.show('loading', 'The model is being loaded again.');
    await this.dropLink();
    if (!this.closed) await this.load();
  }

  private async dropLink(): Promise<void> {
    const { link } = this;
    this.link = null;
    await link?.close();
  }

  private stopAt(fault: EncodingFault): void {
    this.obstacle = fault;
    this.show(stateAfter(fault), fault.message);
  }

  private show(state: EncoderState, reason?: string): void {
    // What was under way when the encoder was closed has no more say.
    if (this.closed) return;
    this.state = state;
    this.reason = reason;
  }
}

function hubSource({ model, cacheDir, hubUrl, networkTimeoutMs }: WarmModelOptions): ModelSource {
  return {
    kind: 'hub',
    hubName: model.hubName,
    cacheDir: cacheDir ?? defaultCacheDir(),
    hubUrl,
    networkTimeoutMs: networkTimeoutMs ?? silentMs,
  };
}

function describe({ file, loadedBytes, totalBytes }: DownloadProgress): string {
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  return `Loading ${file}: ${megabytes(loadedBytes)} of ${megabytes(totalBytes)} MB.`;
}
