import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

import { assemble } from '../../src/plugins/reference-assets/server/src/media/assembly/assemble';
import { runTool } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/run';
import type { MediaTools } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';

type Tools = Pick<MediaTools, 'ffmpeg' | 'ffprobe'>;

/** Joining clips that need no change, against `ffmpeg -c copy`; both in seconds, taken by `fastest`. */
export const copyJobs = (
  folder: string,
  tools: Tools,
  clips: { path: string; frames: number }[],
  size: { width: number; height: number },
): [() => Promise<unknown>, () => Promise<unknown>] => [
  async () => {
    const outputPath = path.join(folder, 'joined.mp4');
    const { copied } = await assemble({ size, shots: { clips }, outputPath }, tools);
    if (!copied) throw new Error('the clips were encoded, though nothing had to change');
  },
  async () => {
    const list = path.join(folder, 'list.txt');
    await writeFile(list, clips.map(({ path: file }) => `file '${file}'`).join('\n'));
    const silence = ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', '-shortest'];
    const input = ['-hide_banner', '-nostdin', '-y', '-f', 'concat', '-safe', '0', '-i', list];
    const output = ['-c:v', 'copy', '-c:a', 'aac', '-movflags', '+faststart'];
    await runTool('ffmpeg', tools.ffmpeg, [
      ...[...input, ...silence, ...output, path.join(folder, 'by-copy.mp4')],
    ]);
  },
];

const kilobytes = (pid: number | string): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // The process ended between the listing and the look.
    return 0;
  }
};

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    try {
      return readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number);
    } catch {
      // The thread ended meanwhile.
      return [];
    }
  });

/** Most memory over the start that this process and its children took during some work, MB. */
export const memoryDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const now = () =>
    [process.pid, ...childrenOf(process.pid)].reduce((sum, pid) => sum + kilobytes(pid), 0);
  const start = now();
  let most = start;
  const timer = setInterval(() => (most = Math.max(most, now())), 50);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return (most - start) / 1024;
};

/** Event-loop delay of this thread, 99th percentile in ms, while the same assembly runs on a thread of its own. */
export const delayDuring = async (workerFile: string, task: object): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const code = `const { workerData } = require('node:worker_threads'); require(workerData.file).assembleMaster(workerData.task).then((reply) => { if ('fault' in reply) throw new Error(reply.fault.message); });`;
  delay.enable();
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: { file: workerFile, task } });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  delay.disable();
  return delay.percentile(99) / 1e6;
};
