import type { ServerResponse } from 'node:http';

/** The ways in which OpenAI fails, by what a client sees. */
export type Failure =
  | { kind: 'refusal' }
  | { kind: 'truncation' }
  | { kind: 'content-filter' }
  | { kind: 'schema-drift' }
  | { kind: 'bad-json' }
  | { kind: 'bad-body' }
  | { kind: 'failed'; code: string }
  | { kind: 'status'; status: number; code?: string; retryAfter?: string }
  | { kind: 'hang' }
  | { kind: 'hang-in-body' }
  | { kind: 'reset' };

/** Headers of a reply in JSON. */
const json = { 'content-type': 'application/json' };

/** Error statuses and broken connections: what never becomes a response object. True when it was one of those. */
export const failOnTheWire = (
  failure: Failure,
  response: ServerResponse,
  requestId: string,
): boolean => {
  switch (failure.kind) {
    case 'status':
      response.writeHead(failure.status, {
        ...json,
        'x-request-id': requestId,
        ...(failure.retryAfter && { 'retry-after': failure.retryAfter }),
      });
      response.end(
        JSON.stringify({
          error: {
            message: 'You exceeded your current quota, org-secret, please check your plan.',
            type: failure.code ?? 'error',
            code: failure.code ?? null,
            param: null,
          },
        }),
      );
      return true;
    case 'hang':
      return true;
    case 'hang-in-body':
      response.writeHead(200, json);
      response.write('{"id":');
      return true;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'bad-body':
      response.writeHead(200, json).end('{"id": "resp_1", "output": [');
      return true;
    default:
      return false;
  }
};

const text = (words: string) => [
  { type: 'output_text', text: words, annotations: [], logprobs: [] },
];

/** What a failure changes in a response object that would have been good. */
export const spoil = (failure: Failure, answer: object): object => {
  const message = (content: object[]) => [
    { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content },
  ];
  const cut = (reason: string) => ({
    status: 'incomplete',
    incomplete_details: { reason },
    output: message(text(JSON.stringify(answer).slice(0, 40))),
  });
  switch (failure.kind) {
    case 'refusal':
      return {
        output: message([{ type: 'refusal', refusal: "I'm sorry, I can't help with that." }]),
      };
    case 'truncation':
      return cut('max_output_tokens');
    case 'content-filter':
      return cut('content_filter');
    case 'schema-drift':
      return {
        output: message(text(JSON.stringify({ ...answer, assetType: 'vehicle', beats: [] }))),
      };
    case 'bad-json':
      return { output: message(text('Sure! Here is the JSON you asked for: {')) };
    case 'failed':
      return {
        status: 'failed',
        error: { code: failure.code, message: 'internal detail' },
        output: [],
        usage: null,
      };
    default:
      return {};
  }
};
