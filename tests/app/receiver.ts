import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A webhook as it came. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that webhooks are posted to, on this machine: it keeps what comes, and answers as it is told. */
export const startReceiver = async () => {
  const received: Received[] = [];
  let answer: { status: number; headers?: Record<string, string> } | 'nothing' = { status: 204 };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      if (answer !== 'nothing') response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    received,
    port,
    url: `http://127.0.0.1:${port}/hook`,
    /** How it answers from now on; `nothing` leaves whoever asks waiting. */
    answers(next: typeof answer): void {
      answer = next;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
