import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import { answers } from './openai-answers';
import { failOnTheWire, spoil, type Failure } from './openai-failures';
import { strictProblems } from './openai-strict-schema';

/** What came over the wire in one request. */
export interface Seen {
  path: string;
  headers: IncomingMessage['headers'];
  body: any;
}

/** What the next request meets: a failure, or a change of the usual answer. */
export type Turn = Failure | { kind: 'answer'; change: object; usage?: object | null };

const usual = { kind: 'answer', change: {} } as const;
const key = 'sk-test-0123456789';

const usualUsage = {
  input_tokens: 2000,
  input_tokens_details: { cached_tokens: 500, cache_write_tokens: 100 },
  output_tokens: 400,
  output_tokens_details: { reasoning_tokens: 120 },
  total_tokens: 2400,
};

/** Its own price list, by the model's name. Units: US dollars for a million tokens: input, cached, written to the cache, output. */
const prices: Record<string, [number, number, number, number]> = {
  'gpt-6-luna': [0.1, 0.01, 0.125, 0.5],
};

/** What an answer costs by the server's own books. */
const chargeOf = (model: string, usage: typeof usualUsage): number => {
  const [input, cached, written, output] = prices[model] ?? [0, 0, 0, 0];
  const { cached_tokens: hits, cache_write_tokens: writes } = usage.input_tokens_details;
  const fresh = usage.input_tokens - hits - writes;
  return (fresh * input + hits * cached + writes * written + usage.output_tokens * output) / 1e6;
};

const responseObject = (body: any, answer: object, usage: object | null = usualUsage): object => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1_790_000_000,
  model: `${body.model}-2026-09-01`,
  status: 'completed',
  error: null,
  incomplete_details: null,
  service_tier: 'default',
  output: [
    { id: 'rs_1', type: 'reasoning', summary: [] },
    {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status: 'completed',
      content: [
        { type: 'output_text', text: JSON.stringify(answer), annotations: [], logprobs: [] },
      ],
    },
  ],
  usage,
});

/** What OpenAI would not take of a request; null when it takes it. */
const objection = (path: string, headers: Seen['headers'], body: any): object | null => {
  const invalid = (message: string) => ({
    error: { message, type: 'invalid_request_error', code: null },
  });
  if (headers.authorization !== `Bearer ${key}`) return { status: 401, ...invalid('bad key') };
  if (path !== '/v1/responses') return null;
  const { name, strict, schema } = body.text?.format ?? {};
  const problems = schema && strict ? strictProblems(schema) : ['no strict schema'];
  if (!/^[\w-]{1,64}$/.test(name ?? '')) problems.push('bad schema name');
  return problems.length > 0 ? { status: 400, ...invalid(problems.join('; ')) } : null;
};

/**
 * A server that speaks OpenAI's protocol as far as we use it and fails as OpenAI fails.
 *
 * It refuses what the real one refuses (a wrong key, a schema that is not strict) and keeps every request it saw.
 */
export class OpenAiServer {
  readonly apiKey = key;
  readonly seen: Seen[] = [];
  private readonly turns: Turn[] = [];
  private always: Turn = usual;
  private count = 0;
  /** What it has charged since the last reset, US dollars. */
  chargedUsd = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OpenAiServer> {
    const server = createServer();
    const openAi = new OpenAiServer(server);
    server.on('request', (request, response) => void openAi.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return openAi;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** What the next requests meet, in their order; those after them meet the usual. */
  next(...turns: Turn[]): void {
    this.turns.push(...turns);
  }

  /** What every request meets that no turn was set for. */
  usually(turn: Turn = usual): void {
    this.always = turn;
  }

  /** Forgets what was seen and set. */
  reset(): void {
    this.seen.length = 0;
    this.turns.length = 0;
    this.always = usual;
    this.chargedUsd = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: any = await readJson(request);
    const path = request.url ?? '';
    this.seen.push({ path, headers: request.headers, body });
    this.count += 1;
    const requestId = `req_${this.count}`;
    const reply = (status: number, content: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': requestId });
      response.end(JSON.stringify(content));
    };
    const refused = objection(path, request.headers, body) as { status: number } | null;
    if (refused) return reply(refused.status, refused);
    const turn = this.turns.shift() ?? this.always;
    if (turn.kind !== 'answer' && failOnTheWire(turn, response, requestId)) return;
    if (path === '/v1/moderations') return reply(200, moderation(body));
    const answer = answers[body.text.format.name] ?? {};
    // What was answered is charged, also where the answer is of no use.
    if (turn.kind !== 'failed') this.chargedUsd += chargeOf(body.model, usualUsage);
    if (turn.kind === 'answer')
      return reply(200, responseObject(body, { ...answer, ...turn.change }, turn.usage));
    reply(200, { ...responseObject(body, answer), ...spoil(turn, answer) });
  }
}

const moderation = ({ input }: any): object => {
  const flagged = JSON.stringify(input).includes('blood');
  return {
    id: 'modr_1',
    model: 'omni-moderation-latest',
    results: [
      {
        flagged,
        categories: { violence: flagged, 'violence/graphic': flagged, hate: false },
        category_scores: { violence: 0.71, 'violence/graphic': 0.93, hate: 0.01 },
        category_applied_input_types: { violence: ['text'], 'violence/graphic': [], hate: [] },
      },
    ],
  };
};
