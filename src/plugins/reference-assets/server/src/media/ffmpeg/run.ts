import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { MediaToolError } from './media-tool-error';

const stderrTailBytes = 8_000;
const defaultTimeoutMs = 10 * 60_000;

/** How a tool is run: its input, limits and cancellation. */
export interface RunOptions {
  /** Chunks written to the tool's standard input, e.g. raw frames. */
  input?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Takes standard output as it comes; nothing of it is kept then. */
  onOutput?: (chunk: Buffer) => void;
  /** Most bytes of standard output that are kept; more is an error. */
  maxOutputBytes?: number;
}

/** What a tool printed. */
export interface RunResult {
  stdout: Buffer;
  stderrTail: string;
}

/**
 * Runs ffmpeg or ffprobe to its end, without a shell, feeding it frames when there are any.
 *
 * Throws: `MediaToolError` `missing`, `timeout`, `aborted`, `failed` or `bad-output`; the process is gone by then.
 */
export const runTool = async (
  tool: 'ffmpeg' | 'ffprobe',
  path: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> => {
  if (options.signal?.aborted) {
    throw new MediaToolError({ tool, code: 'aborted', message: `${tool} was not started` });
  }
  const stdio = [options.input ? 'pipe' : 'ignore', 'pipe', 'pipe'] as const;
  const child = spawn(path, args, { stdio: [...stdio], windowsHide: true });
  const stop = watch(child, options);
  const output = collect(child, options);
  const feeding = options.input ? feed(child, options.input) : Promise.resolve(undefined);

  const [exit, feedError] = await Promise.all([ending(child), feeding]);
  const verdict = stop();
  const stderrTail = output.stderr();
  const fail = (code: MediaToolError['code'], message: string, cause?: unknown): never => {
    throw new MediaToolError({ tool, code, message, stderrTail, cause });
  };

  if (exit.error) fail('missing', `${tool} could not be started at "${path}"`, exit.error);
  if (verdict === 'timeout') fail('timeout', `${tool} took longer than its time limit`);
  if (verdict === 'aborted') fail('aborted', `${tool} was cancelled`);
  if (output.overflowed()) fail('bad-output', `${tool} printed more than expected`);
  if (feedError) fail('failed', `the frames for ${tool} could not be made`, feedError);
  if (exit.status !== 0) fail('failed', `${tool} ended with ${exit.status ?? exit.signal}`);
  return { stdout: output.stdout(), stderrTail };
};

interface Exit {
  status: number | null;
  signal: string | null;
  error?: Error;
}

const ending = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, signal: null, error }));
    child.once('close', (status, signal) => resolve({ status, signal }));
  });

/** Kills the child on timeout or abort; the returned function ends the watch and tells what happened. */
const watch = (child: ChildProcess, { timeoutMs = defaultTimeoutMs, signal }: RunOptions) => {
  let verdict: 'timeout' | 'aborted' | undefined;
  const kill = (reason: 'timeout' | 'aborted') => {
    verdict = reason;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(kill, timeoutMs, 'timeout');
  const onAbort = () => kill('aborted');
  signal?.addEventListener('abort', onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    return verdict;
  };
};

const collect = (
  child: ChildProcess,
  { onOutput, maxOutputBytes = 64 * 1024 * 1024 }: RunOptions,
) => {
  const chunks: Buffer[] = [];
  let size = 0;
  let tail = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    if (onOutput) return onOutput(chunk);
    size += chunk.length;
    if (size > maxOutputBytes) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-stderrTailBytes);
  });
  return {
    stdout: () => Buffer.concat(chunks),
    stderr: () => tail,
    overflowed: () => size > maxOutputBytes,
  };
};

/** Writes every chunk with back-pressure; gives back the error of making the chunks, if any. */
const feed = async (
  child: ChildProcess,
  input: NonNullable<RunOptions['input']>,
): Promise<unknown> => {
  const sink = child.stdin as Writable;
  // A tool that ends early closes its input; its exit status tells the story, the broken pipe does not.
  let closed = false;
  sink.on('error', () => (closed = true));
  const closing = once(child, 'close').then(() => (closed = true));
  try {
    for await (const chunk of input) {
      if (closed) break;
      if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), closing]);
      // A pipe that takes everything at once drains without a turn of the event loop: give timers and sockets theirs.
      await nextTurn();
    }
  } catch (error) {
    if (!closed) child.kill('SIGKILL');
    return closed ? undefined : error;
  }
  sink.end();
  return undefined;
};
