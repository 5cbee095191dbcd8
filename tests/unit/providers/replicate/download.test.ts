import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReplicate } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';
import type { Misbehaviour } from '../../../vendors/misbehaviour';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { clipRequest, ended, failureOf, openLimiter, pictureFolder } from '../generation-fixtures';

let vendors: Vendors;
let pictures: Awaited<ReturnType<typeof pictureFolder>>;
let output: string;
const provider = (more: object = {}) =>
  createReplicate({
    apiToken: vendors.replicateToken,
    baseUrl: vendors.replicateUrl,
    timeoutMs: 10_000,
    downloadTimeoutMs: 20_000,
    maxDownloadBytes: 3_000_000,
    limiter: openLimiter(),
    pausesMs: [5, 5],
    ...more,
  });
const download = (more: object = {}) => provider(more).download(output, pictures.folder, 'video');

/** Patience that a test can wait out, for a vendor that says little or nothing. */
const patience = (fault: Misbehaviour['fault']) =>
  fault.kind === 'hang' || fault.kind === 'drip' ? { timeoutMs: 400, downloadTimeoutMs: 1000 } : {};

const tries = () => vendors.report().requests.download;

beforeAll(async () => {
  vendors = await startVendors();
  pictures = await pictureFolder();
});
beforeEach(async () => {
  vendors.reset();
  const { jobId } = await provider().submit(clipRequest(pictures.small));
  const state = await ended(provider(), jobId);
  output = state.state === 'succeeded' ? state.outputs[0]! : '';
});
afterAll(async () => {
  await vendors.close();
  await pictures.remove();
});

describe('a result that comes badly', () => {
  type Row = [what: string, fault: Misbehaviour['fault'], expected: object, tries: number];
  const rows: Row[] = [
    ['broken off', { kind: 'truncated' }, { code: 'unavailable', retryable: true }, 3],
    ['half of it, whole on the wire', { kind: 'cut' }, { code: 'bad-reply', retryable: true }, 3],
    ['without end', { kind: 'oversized' }, { code: 'bad-reply', retryable: false }, 1],
    ['a web page', { kind: 'wrong-type' }, { code: 'bad-reply', retryable: true }, 3],
    [
      'sound in place of a film',
      { kind: 'other-media' },
      { code: 'bad-reply', retryable: true },
      3,
    ],
    ['gone', { kind: 'gone' }, { code: 'expired', retryable: false }, 1],
    ['in drops', { kind: 'drip' }, { code: 'timeout', retryable: true }, 3],
    ['not at all', { kind: 'hang' }, { code: expect.stringMatching(/timeout|unavailable/) }, 3],
    ['500', { kind: 'status', status: 500 }, { code: 'unavailable', retryable: true }, 3],
    ['reset', { kind: 'reset' }, { code: 'unavailable', retryable: true }, 3],
  ];

  test.each(rows)('%s: said, and nothing is left on disk', async (_, fault, expected, count) => {
    vendors.misbehave({ on: 'download', times: 3, fault });
    expect(await failureOf(download(patience(fault)))).toMatchObject(expected);
    expect(tries()).toBe(count);
    const left = (await readdir(pictures.folder)).filter(
      (name) => !/small|large|no-pic/.test(name),
    );
    expect(left).toEqual([]);
  });

  test.each(rows.filter(([, , , count]) => count === 3))(
    '%s once: the next try brings it',
    async (_, fault) => {
      vendors.misbehave({ on: 'download', fault });
      expect(await download(patience(fault))).toMatchObject({ mime: 'video/mp4' });
      expect(tries()).toBe(2);
    },
  );
});

describe('where a result may come from', () => {
  test.each([
    ['another host', 'https://example.com/out.mp4'],
    ['a host that only looks like it', 'https://replicate.delivery.example.com/out.mp4'],
    ['plain http', 'http://abc.replicate.delivery/out.mp4'],
    ['another port of the allowed host', 'https://abc.replicate.delivery:8443/out.mp4'],
    ['a file', 'file:///etc/passwd'],
    ['the metadata service', 'http://169.254.169.254/latest/meta-data'],
    ['no address at all', 'out.mp4'],
  ])('%s is refused without asking', async (_, address) => {
    const failure = await failureOf(provider().download(address, pictures.folder, 'video'));
    expect(failure).toMatchObject({ code: 'bad-reply', retryable: false });
  });

  const serve = async (answer: (headers: Record<string, unknown>) => Buffer | string) => {
    const server = createServer((request, response) => response.end(answer(request.headers)));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/out`,
      close: () => new Promise((done) => server.close(done)),
    };
  };

  test('another port of this machine is asked where the vendor itself stands here, without the token', async () => {
    const bytes = await readFile(pictures.small);
    let sent: Record<string, unknown> = {};
    const other = await serve((headers) => {
      sent = headers;
      return bytes;
    });
    const file = await provider().download(other.url, pictures.folder, 'image');
    expect(file.mime).toMatch(/^image\//);
    expect(sent.authorization).toBeUndefined();
    const abroad = provider({ baseUrl: 'https://api.replicate.com/v1' });
    const failure = await failureOf(abroad.download(other.url, pictures.folder, 'image'));
    expect(failure).toMatchObject({ code: 'bad-reply', retryable: false });
    await other.close();
  });

  test('a redirect into a private network is not followed', async () => {
    let asked = 0;
    const inside = await serve(() => {
      asked += 1;
      return 'secret';
    });
    const to = inside.url;
    vendors.misbehave({ on: 'download', fault: { kind: 'redirect', to } });
    expect(await failureOf(download())).toMatchObject({ code: 'bad-reply', retryable: false });
    expect(asked).toBe(0);
    await inside.close();
  });

  test('a redirect to the same server is followed', async () => {
    vendors.misbehave({ on: 'download', fault: { kind: 'redirect', to: output } });
    expect(await download()).toMatchObject({ mime: 'video/mp4' });
  });

  test('redirects without end are given up', async () => {
    vendors.misbehave({ on: 'download', times: 20, fault: { kind: 'redirect', to: output } });
    expect(await failureOf(download())).toMatchObject({ code: 'bad-reply' });
    expect(tries()).toBe(12);
  });

  test('a result inside the reply itself is taken as it is', async () => {
    const bytes = await readFile(pictures.small);
    const png = `data:image/png;base64,${bytes.toString('base64')}`;
    const file = await provider().download(png, pictures.folder, 'image');
    expect(file).toMatchObject({ mime: 'image/png', ext: '.png' });
  });
});
