import type { ServerResponse } from 'node:http';
import { statusOf, type VendorJob } from './jobs';
import type { DownloadFault, WireFault } from './misbehaviour';
import { playTone, emptyFilm } from './media-results';
import type { VendorState } from './vendor-state';

const endless = (response: ServerResponse, piece: Buffer, everyMs: number): void => {
  const timer = setInterval(() => {
    if (response.destroyed) clearInterval(timer);
    else response.write(piece);
  }, everyMs);
  response.once('close', () => clearInterval(timer));
};

const send = (response: ServerResponse, bytes: Buffer, mime: string, length = bytes.byteLength) => {
  response.writeHead(200, { 'content-type': mime, 'content-length': String(length) });
  return response;
};

/** The host results lie on: they are there for an hour, and come as their misbehaviour has it. */
export const createDelivery = (state: VendorState) => {
  const isThere = (job: VendorJob | undefined): job is VendorJob =>
    job !== undefined &&
    statusOf(job, Date.now()) === 'succeeded' &&
    Date.now() <= job.endsAt + state.settings.keepMs;

  return async (response: ServerResponse, jobId: string): Promise<void> => {
    const job = state.jobs.get(jobId);
    const vendor = job?.vendor ?? 'replicate';
    const fault = state.misbehaviours.next('download', vendor, job?.model) as
      DownloadFault | WireFault | undefined;
    if (!isThere(job) || fault?.kind === 'gone')
      return void response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
    const { bytes, mime } = await job.result;
    switch (fault?.kind) {
      case undefined:
        return void send(response, bytes, mime).end(bytes);
      case 'truncated':
        send(response, bytes, mime).write(bytes.subarray(0, bytes.byteLength >> 1));
        return void setTimeout(() => response.destroy(), 20);
      case 'cut': {
        const half = bytes.subarray(0, bytes.byteLength >> 1);
        return void send(response, half, mime).end(half);
      }
      case 'oversized':
        response.writeHead(200, { 'content-type': mime });
        response.write(bytes);
        return endless(response, Buffer.alloc(1 << 20, 1), 1);
      case 'wrong-type':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html>Service notice</html>');
      case 'other-media': {
        const other = mime.startsWith('audio') ? emptyFilm() : playTone(1);
        return void send(response, other.bytes, mime).end(other.bytes);
      }
      case 'redirect':
        return void response.writeHead(302, { location: fault.to }).end();
      case 'drip':
        send(response, bytes, mime);
        return endless(response, bytes.subarray(0, 1), 50);
      case 'hang':
        return;
      case 'reset':
        return void response.socket?.resetAndDestroy();
      case 'status':
        return void response.writeHead(fault.status).end();
      default:
        return void response.writeHead(500).end();
    }
  };
};
