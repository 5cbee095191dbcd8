import { TurnQueue } from '../../../../src/plugins/reference-assets/server/src/providers/clip/turn-queue';

test('does one thing at a time, texts first, in order within a lane', async () => {
  const queue = new TurnQueue();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise(setImmediate);
    log.push(`${name} ends`);
    return name;
  };
  const names = await Promise.all([
    queue.add('image', work('picture 1')),
    queue.add('image', work('picture 2')),
    queue.add('text', work('text 1')),
    queue.add('text', work('text 2')),
  ]);
  expect(names).toEqual(['picture 1', 'picture 2', 'text 1', 'text 2']);
  const order = ['picture 1', 'text 1', 'text 2', 'picture 2'];
  expect(log).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test('goes on after a failure', async () => {
  const queue = new TurnQueue();
  const failing = queue.add('text', () => Promise.reject(new Error('no')));
  const next = queue.add('text', () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
