import { verifyWebhook } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';
import {
  addressProblem,
  createSendWebhook,
} from '../../../../src/plugins/reference-assets/server/src/providers/webhook/send-webhook';
import { startReceiver, type Received, type Receiver } from '../../../app/receiver';

const secretOf = (words: string) =>
  `whsec_${Buffer.from(words.padEnd(32, '.')).toString('base64')}`;
const [current, former, strangers] = ['current', 'former', 'strangers'].map(secretOf);

const verify = ({ headers, body }: Received, secret: string) =>
  verifyWebhook(
    {
      id: headers['webhook-id'] as string,
      timestamp: headers['webhook-timestamp'] as string,
      signature: headers['webhook-signature'] as string,
      rawBody: body,
    },
    secret,
  );

describe('a webhook that is sent', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver();
  });
  beforeEach(() => receiver.answers({ status: 204 }));
  afterAll(() => receiver.close());

  const message = { id: 'msg_1', body: '{"type":"webhook.test"}' };
  const sender = (more: Partial<Parameters<typeof createSendWebhook>[0]> = {}) =>
    createSendWebhook({
      secrets: [current, former],
      trustedHosts: [`127.0.0.1:${receiver.port}`],
      ...more,
    });

  it('is signed as vendors sign theirs, with each secret that is good', async () => {
    expect(await sender()(receiver.url, message)).toEqual({ problem: null, status: 204 });
    const got = receiver.received.at(-1) as Received;
    expect(got.body).toBe(message.body);
    expect(verify(got, current)).toEqual({ ok: true, id: 'msg_1' });
    expect(verify(got, former)).toEqual({ ok: true, id: 'msg_1' });
    expect(verify(got, strangers)).toEqual({ ok: false, reason: 'forged' });
    expect(verify({ ...got, body: `${got.body} ` }, current)).toEqual({
      ok: false,
      reason: 'forged',
    });
  });

  it('follows nobody who sends it on', async () => {
    receiver.answers({ status: 307, headers: { location: `${receiver.url}/elsewhere` } });
    const before = receiver.received.length;
    expect(await sender()(receiver.url, message)).toEqual({ problem: 'redirect', status: 307 });
    expect(receiver.received).toHaveLength(before + 1);
  });

  it.each([
    [{ status: 500 }, { problem: 'status', status: 500 }],
    [
      { status: 503, headers: { 'retry-after': '120' } },
      { problem: 'status', status: 503, retryAfterMs: 120_000 },
    ],
  ])('says how it was refused: %j', async (answer, outcome) => {
    receiver.answers(answer);
    expect(await sender()(receiver.url, message)).toEqual(outcome);
  });

  it('waits for an answer only so long', async () => {
    receiver.answers('nothing');
    const send = sender({ timeoutMs: 150 });
    expect(await send(receiver.url, message)).toEqual({ problem: 'timeout', status: null });
  });

  it('reaches nothing inside of a private network that nobody vouches for', async () => {
    const before = receiver.received.length;
    for (const url of [receiver.url, `https://localhost:${receiver.port}/hook`])
      expect(await sender({ trustedHosts: [] })(url, message)).toEqual({
        ...{ problem: 'private-network', status: null },
      });
    expect(receiver.received).toHaveLength(before);
  });

  it('says so where nobody listens', async () => {
    const closed = await startReceiver();
    await closed.close();
    const send = sender({ trustedHosts: ['127.0.0.1'] });
    expect(await send(closed.url, message)).toEqual({ problem: 'unreachable', status: null });
  });
});

describe('addresses of webhooks', () => {
  test.each([
    ['https://example.com/hook', null],
    ['http://example.com/hook', 'not-https'],
    ['https://10.0.0.1/hook', 'private-network'],
    ['https://[::1]/hook', 'private-network'],
    ['https://[::ffff:10.0.0.1]/hook', 'private-network'],
    ['http://hooks.intranet:8080/', null],
    ['http://hooks.intranet:9090/', 'not-https'],
    ['https://2130706433/hook', 'private-network'],
  ])('%s: %s', (address, problem) =>
    expect(addressProblem(new URL(address), ['hooks.intranet:8080'])).toBe(problem),
  );
});
