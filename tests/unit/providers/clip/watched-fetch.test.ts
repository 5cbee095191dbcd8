import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watchedFetch } from '../../../../src/plugins/reference-assets/server/src/providers/clip/watched-fetch';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('passes a reply on as it is', async () => {
  const url = await serve((request, response) =>
    response.writeHead(206, { 'x-kind': 'part' }).end(`${request.headers.range} of it`),
  );
  const reply = await watchedFetch(5_000)(url, { headers: { range: 'bytes=0-9' } });
  expect([reply.status, reply.headers.get('x-kind')]).toEqual([206, 'part']);
  expect(await reply.text()).toBe('bytes=0-9 of it');
});

test('leaves "not found" to the caller', async () => {
  const url = await serve((_, response) => response.writeHead(404).end());
  expect((await watchedFetch(5_000)(url)).status).toBe(404);
});

test.each([429, 500, 503])('names %i a failure of the network', async (status) => {
  const url = await serve((_, response) => response.writeHead(status).end());
  await expect(watchedFetch(5_000)(url)).rejects.toMatchObject({ fault: 'network' });
});

test('gives up when no reply begins', async () => {
  const url = await serve(() => undefined);
  await expect(watchedFetch(50)(url)).rejects.toMatchObject({ fault: 'network-timeout' });
});

test('gives up when a reply stops half way', async () => {
  const url = await serve((_, response) => response.writeHead(200).write('half'));
  const reply = await watchedFetch(1_000)(url);
  await expect(reply.text()).rejects.toMatchObject({ fault: 'network-timeout' });
});

test('waits for a slow reply as long as it goes on', async () => {
  const url = await serve(async (_, response) => {
    for (const piece of '123456789abc') {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    response.end();
  });
  const reply = await watchedFetch(1_000)(url);
  expect(await reply.text()).toBe('123456789abc');
});

test('names the reason of a broken connection', async () => {
  const url = await serve((request) => request.socket.destroy());
  await expect(watchedFetch(5_000)(url)).rejects.toMatchObject({
    fault: 'network',
    message: expect.stringContaining('could not be reached'),
  });
});
