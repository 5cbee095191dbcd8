import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProbes } from '../../../src/plugins/reference-assets/server/src/providers/probe';

/** Answers as the vendors do; a key other than `good` is refused. */
const vendor = (): Server =>
  createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://vendor');
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { authorization, 'x-goog-api-key': google } = request.headers;
    if (authorization !== 'Bearer good' && google !== 'good')
      return answer(401, { detail: 'bad key', title: 'Unauthenticated' });
    const replies: Record<string, unknown> = {
      '/v1/account': { type: 'organization', username: 'acme', name: 'Acme' },
      '/v1/models/black-forest-labs/flux-2-pro': { name: 'flux-2-pro' },
      '/v1/models': { object: 'list', data: [{ id: 'gpt-6-luna', object: 'model' }] },
      '/v1beta/models': { models: [{ name: 'models/veo-3.1-fast' }] },
    };
    return pathname in replies
      ? answer(200, replies[pathname])
      : answer(404, { detail: 'not found' });
  });

describe('a test of the connection', () => {
  const server = vendor();
  const probesWith = (key: string) => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return createProbes({
      replicate: { apiToken: key, baseUrl: `${base}/v1` },
      google: { apiKey: key, baseUrl: `${base}/v1beta` },
      openai: { apiKey: key, baseUrl: `${base}/v1` },
    });
  };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['replicate', 'black-forest-labs/flux-2-pro', 'acme'],
    ['google', 'veo-3.1-fast', null],
    ['openai', 'gpt-6-luna', null],
  ])('tells who we are at %s and which models it has', async (provider, model, account) => {
    const answer = await probesWith('good').get(provider)?.([model, 'nobody/has-this']);
    expect(answer).toEqual({
      account,
      models: [
        { name: model, isThere: true },
        { name: 'nobody/has-this', isThere: false },
      ],
    });
  });

  it.each(['replicate', 'google', 'openai'])('says that %s refuses the key', async (provider) => {
    const asked = probesWith('bad').get(provider)?.(['black-forest-labs/flux-2-pro']);
    await expect(asked).rejects.toMatchObject({ name: 'ProviderError', retryable: false });
    await expect(asked).rejects.not.toThrow(/\bbad\b/);
  });

  it('is there only for vendors with a key', () => {
    const none = { replicate: { apiToken: undefined }, google: { apiKey: undefined }, openai: {} };
    expect([...createProbes(none).keys()]).toEqual([]);
  });
});
