import type { ServerResponse } from 'node:http';

/** What a client does at a vendor, as tests name it. */
export type Act =
  'create' | 'check' | 'list' | 'cancel' | 'upload' | 'file' | 'download' | 'secret';

/** How a request goes wrong on the wire. `accept`: the vendor has carried it out all the same. */
export type WireFault =
  | { kind: 'status'; status: number; retryAfter?: string; body?: object; accept?: boolean }
  | { kind: 'reset'; accept?: boolean }
  | { kind: 'hang'; accept?: boolean }
  | { kind: 'drip' }
  | { kind: 'invalid-json' }
  | { kind: 'drift' };

/** How a result goes wrong on its way. */
export type DownloadFault =
  | { kind: 'truncated' }
  | { kind: 'cut' }
  | { kind: 'oversized' }
  | { kind: 'wrong-type' }
  | { kind: 'other-media' }
  | { kind: 'gone' }
  | { kind: 'redirect'; to: string };

/** How a job ends other than well. */
export type JobFault =
  | { kind: 'fails'; error: string }
  | { kind: 'aborted' }
  | { kind: 'never-ends' }
  | { kind: 'removed' }
  | { kind: 'filtered' }
  | { kind: 'elsewhere'; output: string }
  | { kind: 'canceled' };

/** How the report of a job's end goes wrong. */
export type WebhookFault =
  | { kind: 'duplicate' }
  | { kind: 'late'; byMs: number }
  | { kind: 'forged' }
  | { kind: 'stale' }
  | { kind: 'lost' };

/** A misbehaviour on command: the next `times` acts (1 unless said) of that kind meet it, after `skip` that do not. */
export interface Misbehaviour {
  on: Act | 'job' | 'webhook';
  vendor?: 'replicate' | 'google';
  /** Only where the model's name has this in it. */
  model?: string;
  times?: number;
  skip?: number;
  fault: WireFault | DownloadFault | JobFault | WebhookFault;
}

/** Misbehaviours that wait for their turn. */
export const createMisbehaviours = () => {
  let waiting: Misbehaviour[] = [];
  return {
    add: (...more: Misbehaviour[]) => void waiting.push(...more),
    clear: () => void (waiting = []),
    /** What meets this act, if anything does. */
    next(on: Misbehaviour['on'], vendor: string, model = ''): Misbehaviour['fault'] | undefined {
      const found = waiting.find(
        (one) =>
          one.on === on &&
          (one.vendor ?? vendor) === vendor &&
          (one.model === undefined || model.includes(one.model)),
      );
      if (!found) return undefined;
      if (found.skip) {
        found.skip -= 1;
        return undefined;
      }
      found.times = (found.times ?? 1) - 1;
      if (found.times <= 0) waiting = waiting.filter((one) => one !== found);
      return found.fault;
    },
  };
};
export type Misbehaviours = ReturnType<typeof createMisbehaviours>;

const json = { 'content-type': 'application/json' };

/** Whether a request that meets this fault is carried out. */
export const isAccepted = (fault: WireFault | undefined): boolean =>
  !fault ||
  ['drip', 'invalid-json', 'drift'].includes(fault.kind) ||
  ('accept' in fault && !!fault.accept);

/** Answers a request as its fault has it; the usual answer where there is none. */
export const answerWith = (
  response: ServerResponse,
  fault: WireFault | undefined,
  usual: { status: number; body: object },
): void => {
  switch (fault?.kind) {
    case undefined:
      response.writeHead(usual.status, json).end(JSON.stringify(usual.body));
      return;
    case 'status':
      response
        .writeHead(fault.status, {
          ...json,
          ...(fault.retryAfter && { 'retry-after': fault.retryAfter }),
        })
        .end(
          JSON.stringify(
            fault.body ?? { title: 'Error', detail: 'invoice 4711 is due', status: fault.status },
          ),
        );
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'invalid-json':
      response.writeHead(usual.status, json).end('{"id": "half of');
      return;
    case 'drift':
      response.writeHead(usual.status, json).end(JSON.stringify({ prediction: usual.body, v: 2 }));
      return;
    case 'drip': {
      response.writeHead(usual.status, json);
      const text = JSON.stringify(usual.body);
      let at = 0;
      const timer = setInterval(() => {
        if (at >= text.length || response.destroyed) clearInterval(timer);
        else response.write(text[at++]);
      }, 50);
      response.once('close', () => clearInterval(timer));
    }
  }
};
