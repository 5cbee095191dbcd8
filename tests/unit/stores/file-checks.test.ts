import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFileChecks } from '../../../src/plugins/reference-assets/server/src/stores/file-checks';

describe('a look at a file of a remote provider', () => {
  const asked: string[] = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    // As a private bucket does it: an address that was signed for GET answers to nothing else.
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.headers.range}`);
      if (request.method !== 'GET') return response.writeHead(403).end();
      if (request.url === '/gone') return response.writeHead(404).end();
      const headers = { etag: '"tag"', 'content-range': 'bytes 0-0/1234', 'content-length': '1' };
      return response.writeHead(206, headers).end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const look = (path: string) => {
    const files = { localPath: () => null, signed: async () => ({ url: `${url}${path}` }) };
    return createFileChecks((async () => []) as never, files as never).look({} as never);
  };

  it('reads one byte, and tells its tag and the length of the whole', async () => {
    expect(await look('/there')).toEqual({
      state: 'there',
      fingerprint: '"tag":1234',
      changedAt: null,
    });
    expect(asked).toEqual(['GET bytes=0-0']);
  });

  it('tells a file that is gone', async () => {
    expect(await look('/gone')).toEqual({ state: 'gone' });
  });
});

it('notes a file that two assets share once', async () => {
  const bound: unknown[][] = [];
  const sql = async (_statement: string, bindings: unknown[]) => {
    bound.push(bindings);
    return [];
  };
  const { note } = createFileChecks(sql as never, {} as never);
  const look = (fileId: number, fingerprint: string) => ({ fileId, fingerprint });
  await note([look(1, 'a'), look(2, 'b'), look(1, 'c')]);
  expect(bound).toEqual([
    [
      [1, 2],
      ['c', 'b'],
    ],
  ]);
});
