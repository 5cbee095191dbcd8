import { createTurns } from '../../../../scripts/database/turns';

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('go round in the order of asking, one at a time', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const owners = ['first', 'second', 'third'].map((name) => ({ name }));
    for (const owner of owners) void turns.take(owner).then(() => order.push(owner.name));
    await settle();
    expect(order).toEqual(['first']);
    turns.give(owners[0]);
    await settle();
    expect(order).toEqual(['first', 'second']);
    turns.give(owners[1]);
    await settle();
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('say whether anybody was there in between', async () => {
    const turns = createTurns();
    const [a, b] = [{}, {}];
    expect(await turns.take(a)).toBe(false);
    expect(await turns.take(a)).toBe(true);
    turns.give(a);
    expect(await turns.take(a)).toBe(true);
    const waiting = turns.take(b);
    turns.give(a);
    expect(await waiting).toBe(false);
    turns.give(b);
    expect(await turns.take(a)).toBe(false);
  });

  it('cannot be ended by somebody else', async () => {
    const turns = createTurns();
    const [holder, stranger] = [{}, {}];
    await turns.take(holder);
    let taken = false;
    void turns.take({}).then(() => (taken = true));
    turns.give(stranger);
    await settle();
    expect(taken).toBe(false);
  });
});
