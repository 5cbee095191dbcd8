import { createHmac } from 'node:crypto';
import { verifyWebhook } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const now = 1_790_000_000_000;
const rawBody = '{"id": "abc",  "status":"succeeded"}';

const sign = (more: { body?: string; key?: string; at?: number; id?: string } = {}) => {
  const { body = rawBody, key = secret, at = now, id = 'msg_1' } = more;
  const timestamp = String(Math.floor(at / 1000));
  const hmac = createHmac('sha256', Buffer.from(key.slice(6), 'base64'));
  const signature = `v1,${hmac.update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return { id, timestamp, signature, rawBody };
};
const reason = (webhook: Parameters<typeof verifyWebhook>[0]) => {
  const verdict = verifyWebhook(webhook, secret, now);
  return verdict.ok ? 'ok' : verdict.reason;
};

describe('a webhook', () => {
  test('signed and in time is believed, byte for byte', () => {
    expect(verifyWebhook(sign(), secret, now)).toEqual({ ok: true, id: 'msg_1' });
    expect(reason({ ...sign(), rawBody: Buffer.from(rawBody) })).toBe('ok');
    // The same JSON written otherwise has another signature.
    expect(reason({ ...sign(), rawBody: JSON.stringify(JSON.parse(rawBody)) })).toBe('forged');
  });

  test.each([
    [-299_000, 'ok'],
    [299_000, 'ok'],
    [-301_000, 'stale'],
    [301_000, 'stale'],
  ])('of %d ms from now: %s', (offset, verdict) => {
    expect(reason(sign({ at: now + offset }))).toBe(verdict);
  });

  test.each([
    ['another key', sign({ key: 'whsec_d3Jvbmcga2V5' })],
    ['another body', sign({ body: '{}' })],
    ['another id', { ...sign(), id: 'msg_2' }],
    ['another time', { ...sign(), timestamp: String(now / 1000 + 1) }],
    [
      'no signature of this version',
      { ...sign(), signature: sign().signature.replace('v1,', 'v2,') },
    ],
    ['a shorter signature', { ...sign(), signature: sign().signature.slice(0, 12) }],
    ['an empty signature', { ...sign(), signature: 'v1,' }],
  ])('with %s is forged', (_, webhook) => {
    expect(reason(webhook)).toBe('forged');
  });

  test('one of several signatures is enough', () => {
    const good = sign();
    const other = sign({ key: 'whsec_d3Jvbmcga2V5' }).signature;
    expect(reason({ ...good, signature: `${other} ${good.signature}` })).toBe('ok');
    expect(reason({ ...good, signature: `${other} v1a,xyz` })).toBe('forged');
  });

  test.each(['id', 'timestamp', 'signature'] as const)('without %s is incomplete', (field) => {
    expect(reason({ ...sign(), [field]: undefined })).toBe('incomplete');
  });

  test('a time that is no number is incomplete', () => {
    expect(reason({ ...sign(), timestamp: 'NaN' })).toBe('incomplete');
  });
});
