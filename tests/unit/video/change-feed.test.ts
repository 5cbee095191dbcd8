import { AsyncLocalStorage } from 'node:async_hooks';
import type { NoticeListener } from '../../../src/plugins/reference-assets/server/src/stores/change-notices';
import type { ChangeListener } from '../../../src/plugins/reference-assets/server/src/video/change-news';
import { createChangeFeed } from '../../../src/plugins/reference-assets/server/src/video/change-feed';

type Needs = Parameters<typeof createChangeFeed>[0];

const second = 1000;
const nothing = () => Promise.resolve([]);

/** A database of which only the looks are counted; `changed` is what the next look finds. It tells nothing unless told to. */
const feedOn = (changed: () => { documentId: string; at: Date }[] = () => []) => {
  const looks = jest.fn(() => Promise.resolve(changed()));
  const follow = jest.fn();
  const warn = jest.fn();
  const database = { listener: null as NoticeListener | null };
  const notices = {
    follow: (listener: NoticeListener) => {
      database.listener = listener;
      return () => Promise.resolve();
    },
  };
  const row = { documentId: 'video1', stage: 'in_review', actualCostUsd: 0 };
  const feed = createChangeFeed({
    videos: { changedSince: looks, find: () => Promise.resolve(row) },
    beats: { of: nothing },
    assets: { changedSince: nothing },
    activity: { changedSince: nothing },
    ...{ notices, jobs: { follow } },
    log: { warn },
  } as unknown as Needs);
  return { feed, looks, follow, warn, database };
};

/** Leaves out that something may run differently, which is said with each look where the database says nothing. */
const onlyThings =
  (heard: jest.Mock): ChangeListener =>
  (...told) =>
    void (told[0] === 'status' || heard(...told));

describe('the feed of changes where the database tells', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('costs a thousand idle listeners no look at all', async () => {
    const { feed, looks, follow, database } = feedOn();
    for (let tab = 0; tab < 1000; tab += 1) feed.listen(() => undefined);
    database.listener?.found();
    await jest.advanceTimersByTimeAsync(second);
    looks.mockClear();
    await jest.advanceTimersByTimeAsync(3600 * second);
    expect(looks).not.toHaveBeenCalled();
    expect(follow).not.toHaveBeenCalled();
  });

  it('looks once for changes that come together, and again for one that comes during the look', async () => {
    const { feed, looks, database } = feedOn();
    feed.listen(() => undefined);
    database.listener?.found();
    await jest.advanceTimersByTimeAsync(10 * second);
    looks.mockClear();
    looks.mockImplementationOnce(() => {
      database.listener?.heard('content');
      return Promise.resolve([]);
    });
    for (let change = 0; change < 50; change += 1) database.listener?.heard('content');
    await jest.advanceTimersByTimeAsync(second / 2);
    expect(looks).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(60 * second);
    expect(looks).toHaveBeenCalledTimes(2);
  });

  it('says that something runs differently at once, then once in ten seconds, and without a look', async () => {
    const { feed, looks, database } = feedOn();
    const heard = jest.fn();
    database.listener?.found();
    const leave = feed.listen(heard);
    database.listener?.found();
    await jest.advanceTimersByTimeAsync(30 * second);
    looks.mockClear();
    for (let change = 0; change < 100; change += 1) {
      database.listener?.heard('operation');
      await jest.advanceTimersByTimeAsync(250);
    }
    // At 0, 10 and 20 of these 25 seconds, and for the rest at 30.
    expect(heard.mock.calls).toEqual(Array(3).fill(['status', {}, null]));
    await jest.advanceTimersByTimeAsync(3600 * second);
    expect(heard).toHaveBeenCalledTimes(4);
    expect(looks).not.toHaveBeenCalled();
    leave();
    database.listener?.heard('operation');
    await jest.advanceTimersByTimeAsync(60 * second);
    expect(heard).toHaveBeenCalledTimes(4);
  });

  it('goes back to regular looks while the connection is lost, says so, and hears of other processes by their jobs', async () => {
    const { feed, looks, follow, warn, database } = feedOn();
    feed.listen(() => undefined);
    database.listener?.found();
    await jest.advanceTimersByTimeAsync(10 * second);
    looks.mockClear();
    database.listener?.lost('the connection ended');
    await jest.advanceTimersByTimeAsync(31 * second);
    expect(looks).toHaveBeenCalledTimes(4);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(follow).toHaveBeenCalledTimes(1);
    database.listener?.found();
    await jest.advanceTimersByTimeAsync(second);
    looks.mockClear();
    await jest.advanceTimersByTimeAsync(60 * second);
    expect(looks).not.toHaveBeenCalled();
  });
});

describe('the feed of changes where the database does not tell', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('costs a thousand idle listeners together one look in ten seconds', async () => {
    const { feed, looks } = feedOn();
    for (let tab = 0; tab < 1000; tab += 1) feed.listen(() => undefined);
    await jest.advanceTimersByTimeAsync(60 * second);
    expect(looks).toHaveBeenCalledTimes(6);
  });

  it('tells a thousand listeners of one change with one look, within a second of the ring', async () => {
    const at = new Date(Date.now() + second);
    const { feed, looks } = feedOn(() => [{ documentId: 'video1', at }]);
    const heard = jest.fn();
    for (let tab = 0; tab < 1000; tab += 1) feed.listen(onlyThings(heard));
    feed.ring();
    await jest.advanceTimersByTimeAsync(second);
    expect(looks).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledTimes(1000);
    expect(heard).toHaveBeenCalledWith(
      'video',
      expect.objectContaining({ video: 'video1' }),
      'video1',
    );
  });

  it('looks on after a ring, as that comes before the commit, and tells of a change once', async () => {
    let isCommitted = false;
    const at = new Date(Date.now() + second);
    const { feed, looks } = feedOn(() => (isCommitted ? [{ documentId: 'video1', at }] : []));
    const heard = jest.fn();
    feed.listen(onlyThings(heard));
    feed.ring();
    await jest.advanceTimersByTimeAsync(2 * second);
    expect(heard).not.toHaveBeenCalled();
    isCommitted = true;
    await jest.advanceTimersByTimeAsync(8 * second);
    expect(heard).toHaveBeenCalledTimes(1);
    const busy = looks.mock.calls.length;
    await jest.advanceTimersByTimeAsync(20 * second);
    expect(looks.mock.calls.length - busy).toBeLessThanOrEqual(2);
  });

  it('looks outside of the transaction in which it was rung', async () => {
    // The clock of the test calls from outside anyway: only the real one carries where it was set.
    jest.useRealTimers();
    const transaction = new AsyncLocalStorage<string>();
    const { feed, looks } = feedOn();
    const seen = new Promise((resolve) => {
      looks.mockImplementation(() => {
        resolve(transaction.getStore() ?? 'outside');
        return Promise.resolve([]);
      });
    });
    const leave = feed.listen(() => undefined);
    transaction.run('over by the time of the look', () => feed.ring());
    expect(await seen).toBe('outside');
    leave();
  });

  it('does not put a look off however often it is rung, and makes none for nobody', async () => {
    const { feed, looks } = feedOn();
    const leave = feed.listen(() => undefined);
    for (let ring = 0; ring < 100; ring += 1) {
      feed.ring();
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(looks.mock.calls.length).toBeGreaterThanOrEqual(9);
    leave();
    const before = looks.mock.calls.length;
    feed.ring();
    await jest.advanceTimersByTimeAsync(60 * second);
    expect(looks).toHaveBeenCalledTimes(before);
  });
});
