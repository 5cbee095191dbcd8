import {
  createDeliver,
  mostAttempts,
} from '../../../src/plugins/reference-assets/server/src/notices/deliver';
import type {
  DeliveryResult,
  DeliveryRow,
} from '../../../src/plugins/reference-assets/server/src/stores/deliveries';

const endpoint = {
  id: '6c1d0f5e-6a27-4e5c-8f0f-1f6f0a5d3b11',
  url: 'https://example.com/hook',
  events: ['video.failed' as const],
  enabled: true,
};
const happened: DeliveryRow = {
  id: 'f2b1a7de-0c0f-4f0e-9d55-1a4e0b1c2d3e',
  channel: 'webhook',
  target: endpoint.id,
  event: 'video.failed',
  at: '2026-03-10T12:00:00.000Z',
  attempts: 1,
  told: [],
  data: {
    video: { documentId: 'video1', prompt: 'A calm film\nof tea' },
    error: { message: 'No.' },
  },
};

const by = (email: string, language: string | null = null) => ({ email, language });

const setUp = (row: Partial<DeliveryRow>, needs: object = {}) => {
  const results: DeliveryResult[] = [];
  const told: string[] = [];
  const dropped: string[] = [];
  const deliver = createDeliver({
    deliveries: {
      claim: () => Promise.resolve({ ...happened, ...row }),
      settle: (_id: string, result: DeliveryResult) => Promise.resolve(void results.push(result)),
      addTold: (_id: string, address: string) => Promise.resolve(void told.push(address)),
      drop: (id: string) => Promise.resolve(void dropped.push(id)),
    },
    recipients: {
      allowed: (action: string) =>
        Promise.resolve([by(`${action}@example.com`), by('both@example.com', 'de')]),
      makerOf: () => Promise.resolve([]),
      people: (ids: number[]) => Promise.resolve(ids.map((id) => by(`p${id}@example.com`))),
    },
    rules: () => Promise.resolve({ email: [], webhooks: [endpoint] }),
    send: null,
    mail: null,
    addressOf: (id: string) => `https://cms.example.com/${id}`,
    permissions: { approve: 'approve', retry: 'retry', money: 'money' },
    log: { warn: () => undefined },
    ...needs,
  } as never); // stores of which only this is asked
  return { run: () => deliver(happened.id), results, told, dropped };
};
const answering = (outcome: object) => ({ send: () => Promise.resolve(outcome) });

describe('a webhook that is owed', () => {
  it('carries what happened under an id that stays the same', async () => {
    const send = jest.fn(() => Promise.resolve({ problem: null, status: 200 }));
    const { run, results } = setUp({ attempts: 3 }, { send });
    await run();
    expect(results).toEqual([{ state: 'delivered', status: 200, problem: null }]);
    const body = { type: 'video.failed', timestamp: happened.at, data: happened.data };
    expect(send).toHaveBeenCalledWith(endpoint.url, {
      id: `msg_${happened.id}`,
      body: JSON.stringify(body),
    });
  });

  it('is tried again ever later, and given up after the last attempt', async () => {
    const waits: (number | undefined)[] = [];
    for (let attempts = 1; attempts <= mostAttempts; attempts += 1) {
      const { run, results } = setUp({ attempts }, answering({ problem: 'status', status: 500 }));
      await run();
      expect(results[0]).toMatchObject({ problem: 'status', status: 500 });
      waits.push(results[0].state === 'owed' ? results[0].dueInMs : undefined);
    }
    const spans = waits.slice(0, -1) as number[];
    expect(waits.at(-1)).toBeUndefined();
    expect(spans.every((ms, index) => index === 0 || ms > spans[index - 1])).toBe(true);
  });

  it('waits for as long as its receiver asks', async () => {
    const retryAfterMs = 3_600_000;
    const { run, results } = setUp({}, answering({ problem: 'status', status: 429, retryAfterMs }));
    await run();
    expect(results[0]).toMatchObject({ state: 'owed', dueInMs: retryAfterMs });
  });

  it.each([
    ['a receiver that is gone', {}, answering({ problem: 'status', status: 410 }), 'status'],
    [
      'an address inside',
      {},
      answering({ problem: 'private-network', status: null }),
      'private-network',
    ],
    ['a test', { event: 'webhook.test' }, answering({ problem: 'status', status: 500 }), 'status'],
    ['no secret', {}, { send: null }, 'no-secret'],
    ['an endpoint that was removed', { target: 'another' }, {}, 'endpoint-gone'],
    [
      'an endpoint that is off',
      {},
      { rules: () => Promise.resolve({ webhooks: [{ ...endpoint, enabled: false }] }) },
      'endpoint-off',
    ],
  ])('is not tried again for %s', async (_why, row, needs, problem) => {
    const { run, results } = setUp(row, needs);
    await run();
    expect(results).toEqual([expect.objectContaining({ state: 'failed', problem })]);
  });
});

describe('a letter that is owed', () => {
  const letter = { channel: 'email', target: 'failed' } as const;

  it('goes to those who can do something about it, with what happened and where to look', async () => {
    const mail = jest.fn((_letter: object) => Promise.resolve());
    const { run, results, told } = setUp(letter, { mail });
    await run();
    expect(results[0]).toMatchObject({ state: 'delivered' });
    expect(told).toEqual(['retry@example.com', 'both@example.com']);
    const [english, german] = mail.mock.calls.map(([one]) => one);
    expect(english).toMatchObject({
      to: 'retry@example.com',
      subject: 'A video failed: A calm film of tea',
      text: expect.stringMatching(
        /^A calm film of tea\n\nNo\.\n\n.*https:..cms\.example\.com.video1$/s,
      ),
    });
    expect(german).toMatchObject({
      to: 'both@example.com',
      subject: 'Ein Video ist fehlgeschlagen: A calm film of tea',
    });
  });

  it('goes to whoever made the video alone, where that is known', async () => {
    const recipients = { makerOf: () => Promise.resolve([by('maker@example.com')]) };
    const { run, told } = setUp(letter, { mail: () => Promise.resolve(), recipients });
    await run();
    expect(told).toEqual(['maker@example.com']);
  });

  it('that one of them did not get is tried again for that one only', async () => {
    const mail = jest
      .fn<Promise<void>, [{ to: string }]>()
      .mockRejectedValueOnce(new Error('full'));
    const first = setUp(letter, { mail });
    await first.run();
    expect(first.results[0]).toMatchObject({ state: 'owed', problem: 'mail-refused' });
    expect(first.told).toEqual(['both@example.com']);
    const second = setUp({ ...letter, told: first.told }, { mail });
    await second.run();
    expect(second.told).toEqual(['retry@example.com']);
    expect(second.results[0]).toMatchObject({ state: 'delivered' });
  });

  it('about a remark goes to those it mentions, and is owed to nobody where no post goes', async () => {
    const data = {
      ...(happened.data as object),
      by: { name: 'Ada' },
      detail: 'Look!',
      people: [3, 5],
    };
    const mention = { ...letter, target: 'mention', event: 'review.mentioned', data };
    const sent = setUp(mention, { mail: () => Promise.resolve() });
    await sent.run();
    expect(sent.told).toEqual(['p3@example.com', 'p5@example.com']);
    const none = setUp(mention);
    await none.run();
    expect([none.results, none.dropped]).toEqual([[], [happened.id]]);
  });

  it('says so where Strapi has no provider of e-mail', async () => {
    const { run, results } = setUp(letter);
    await run();
    expect(results[0]).toMatchObject({ state: 'failed', problem: 'no-mail' });
  });
});
