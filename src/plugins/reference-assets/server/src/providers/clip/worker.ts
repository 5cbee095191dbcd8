import { parentPort, workerData } from 'node:worker_threads';
import { openClip } from './clip-model';
import type { DownloadProgress, WorkerReply, WorkerRequest, WorkerSettings } from './protocol';
import { EncodingFault, faultIn, rootMessage } from './protocol';

/**
 * Entry of the encoder's thread. Inference blocks the thread that runs it for its whole time, so it must never be the one that answers HTTP.
 */
if (!parentPort) throw new Error('This file is the entry of a worker thread.');
const port = parentPort;
const clip = openClip(workerData as WorkerSettings);
const reportEveryMs = 200;

async function perform(request: WorkerRequest): Promise<Float32Array> {
  switch (request.kind) {
    case 'load':
      return clip.load(request.part, reporter(request.id));
    case 'text':
      return clip.encodeText(request.text);
    case 'image':
      return clip.encodeImage(request.image);
  }
}

function reporter(id: number): (progress: DownloadProgress) => void {
  let next = 0;
  return (progress) => {
    if (Date.now() < next) return;
    next = Date.now() + reportEveryMs;
    send({ id, kind: 'progress', progress });
  };
}

function send(reply: WorkerReply): void {
  port.postMessage(reply);
}

async function answer(request: WorkerRequest): Promise<void> {
  try {
    send({ id: request.id, kind: 'vector', vector: await perform(request) });
  } catch (error) {
    const { fault, message } =
      faultIn(error) ?? new EncodingFault('bad-output', `The model failed: ${rootMessage(error)}`);
    send({ id: request.id, kind: 'fault', fault, message });
  }
}

port.on('message', (request: WorkerRequest) => void answer(request));
