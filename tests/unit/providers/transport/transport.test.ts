import { apiBase } from '../../../../src/plugins/reference-assets/server/src/providers/transport/base-url';
import { isPrivateAddress } from '../../../../src/plugins/reference-assets/server/src/providers/transport/guarded-request';
import { mediaKind } from '../../../../src/plugins/reference-assets/server/src/providers/transport/media-kind';
import {
  createRateLimiter,
  limitsOf,
} from '../../../../src/plugins/reference-assets/server/src/providers/transport/rate-limiter';
import { waitOf } from '../../../../src/plugins/reference-assets/server/src/providers/transport/wait';
import { failureOf } from '../generation-fixtures';

describe('the address of an API', () => {
  const replicate = 'https://api.replicate.com/v1';
  const google = 'https://generativelanguage.googleapis.com/v1beta';
  test.each([
    [undefined, replicate, false, replicate],
    ['http://localhost:9000', replicate, false, 'http://localhost:9000/v1'],
    ['http://localhost:9000/', replicate, false, 'http://localhost:9000/v1'],
    ['http://localhost:9000/v1/', replicate, false, 'http://localhost:9000/v1'],
    ['http://proxy/replicate/v1', replicate, false, 'http://proxy/replicate/v1'],
    ['http://localhost:9000', google, true, 'http://localhost:9000/v1beta'],
    ['http://localhost:9000/v1beta/', google, true, 'http://localhost:9000/v1beta'],
    ['http://proxy/google', google, true, 'http://proxy/google/v1beta'],
  ])('%s for %s', (configured, standard, versioned, expected) => {
    expect(apiBase(configured, standard, { versioned }).href).toBe(expected);
  });
});

describe('private networks', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])('%s is one', (address) => expect(isPrivateAddress(address)).toBe(true));
  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is none',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('how long a vendor asks to be left alone', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  test.each([
    [{ 'retry-after': '30' }, { retry_after: 9 }, 9000],
    [{ 'retry-after': '30' }, null, 30_000],
    [{ 'retry-after': 'Wed, 25 Nov 2026 12:00:20 GMT' }, null, 20_000],
    [{}, { error: { details: [{ retryDelay: '1.5s' }] } }, 1500],
    [{}, {}, undefined],
    [{ 'retry-after': 'soon' }, { retry_after: 'later' }, undefined],
    [{ 'retry-after': '999999' }, null, 3_600_000],
  ])('%j and %j', (headers, body, expected) => {
    expect(waitOf(new Headers(headers as Record<string, string>), body, now)).toBe(expected);
  });
});

describe('what a file is by its first bytes', () => {
  const head = (...parts: (string | number[])[]) =>
    Buffer.concat([
      ...parts.map((part) => Buffer.from(part as string, 'latin1')),
      Buffer.alloc(16),
    ]);
  test.each([
    [head([0x89], 'PNG\r\n', [0x1a], '\n'), 'image/png'],
    [head([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [head('RIFF', [1, 0, 0, 0], 'WEBP'), 'image/webp'],
    [head('RIFF', [1, 0, 0, 0], 'WAVE'), 'audio/wav'],
    [head([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
    [head([0, 0, 0, 24], 'ftypM4A '), 'audio/mp4'],
    [head('ID3', [4]), 'audio/mpeg'],
    [head([0xff, 0xfb, 0x90]), 'audio/mpeg'],
    [head('<html>'), undefined],
    [head('{"detail":'), undefined],
  ])('%#: %s', (bytes, mime) => expect(mediaKind(bytes)?.mime).toBe(mime));
});

describe('turns', () => {
  const lane = { createsPerMinute: 60, readsPerMinute: 600 };
  const limits = limitsOf({ replicate: lane, google: lane });

  test('a turn that is far off is not waited for', async () => {
    const limiter = createRateLimiter(
      { reserve: async () => ({ waitMs: 12_000 }), pause: async () => undefined },
      limits,
    );
    expect(await failureOf(limiter.take('replicate.create'))).toMatchObject({
      provider: 'replicate',
      code: 'rate-limited',
      retryable: true,
      retryAfterMs: 12_000,
      outcomeUnknown: false,
    });
  });

  test('each lane has its own limit, which no minute exceeds', async () => {
    const asked: unknown[] = [];
    const limiter = createRateLimiter(
      {
        reserve: async (name, limit) => {
          asked.push([name, limit.perMinute + limit.burst]);
          return { waitMs: 0 };
        },
        pause: async () => undefined,
      },
      limits,
    );
    await limiter.take('google.create');
    await limiter.take('google.read');
    expect(asked).toEqual([
      ['google.create', 60],
      ['google.read', 600],
    ]);
  });
});
