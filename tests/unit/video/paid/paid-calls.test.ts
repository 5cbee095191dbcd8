import sharp from 'sharp';

import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { openMoneyDatabase, type MoneyDatabase } from '../../money/money-database';
import { openPaidHouse } from './paid-house';

describe('a call to a vendor', () => {
  let money: MoneyDatabase;
  let vendors: Vendors;
  beforeAll(async () => {
    [money, vendors] = await Promise.all([openMoneyDatabase(), startVendors({ imageMs: 100 })]);
  }, 180_000);
  beforeEach(() => vendors.reset());
  afterAll(async () => {
    await vendors?.close();
    await money?.close();
  });
  const open = () => openPaidHouse(money, vendors, { installation: { balanceUsd: 10 } });

  it('brings a still home, paid once and written down once', async () => {
    const house = await open();
    await house.demand();
    await house.demand();
    await house.settle();
    const { jobs, chargedUsd, requests } = vendors.report();
    expect(house.beat).toMatchObject({ state: 'still_ready', still: 100, error: null });
    expect([jobs.length, requests.create]).toEqual([1, 1]);
    const [still] = house.stored;
    expect((await sharp(still!.content).metadata()).xmpAsString).toMatch(
      /digitalsourcetype\/trainedAlgorithmicMedia".*AISystemUsed="replicate\/flux-2-pro"/s,
    );
    expect(house.ledgerUsd()).toBeCloseTo(chargedUsd, 8);
    expect(await house.heldUsd()).toBe(0);
    expect(await money.accounts.find('installation')).toMatchObject({ heldUsd: 0 });
    expect((await money.accounts.find('installation'))?.balanceUsd).toBeCloseTo(10 - chargedUsd, 8);
  }, 120_000);

  it('orders nothing for a step that read its rows before the result came', async () => {
    const house = await open();
    await house.demand();
    await house.settle();
    await house.demand();
    expect(house.rung).toEqual([]);
    expect(vendors.report().requests.create).toBe(1);
    expect(await house.heldUsd()).toBe(0);
  }, 120_000);

  it('looks a create up whose reply was lost, and never sends it again', async () => {
    const house = await open();
    vendors.misbehave({ on: 'create', fault: { kind: 'reset', accept: true } });
    await house.demand();
    await house.settle();
    expect(vendors.report().requests.create).toBe(1);
    expect(house.beat.state).toBe('still_ready');
    expect(house.ledgerUsd()).toBeCloseTo(vendors.report().chargedUsd, 8);
  }, 120_000);

  it('sends a create again only when the vendor has none', async () => {
    const house = await open();
    vendors.misbehave({ on: 'create', fault: { kind: 'reset' } });
    await house.demand();
    await house.settle();
    expect(vendors.report().jobs).toHaveLength(1);
    expect(house.beat.state).toBe('still_ready');
  }, 120_000);

  it('tries what may pass three times, each an attempt of its own, then fails where people look', async () => {
    const house = await open();
    const error = 'Prediction interrupted; please retry (code: PA)';
    vendors.misbehave({ on: 'job', times: 9, fault: { kind: 'fails', error } });
    await house.demand();
    await house.settle();
    expect(await house.states()).toEqual(['failed', 'failed', 'failed']);
    expect(house.beat).toMatchObject({ state: 'failed', error: { step: 'storyboard' } });
    expect(vendors.report().requests.create).toBe(3);
    expect(house.ledgerUsd()).toBeCloseTo(vendors.report().chargedUsd, 8);
    expect(await house.heldUsd()).toBe(0);
  }, 120_000);

  it('orders what was refused for its content no second time', async () => {
    const house = await open();
    const error = 'NSFW content detected. Try running it again, or try a different prompt.';
    vendors.misbehave({ on: 'job', fault: { kind: 'fails', error } });
    await house.demand();
    await house.settle();
    expect(house.beat.error).toMatchObject({ code: 'content-rejected' });
    await expect(house.demand()).rejects.toMatchObject({ code: 'content-rejected' });
    house.beat.prompt = 'a cup of green tea';
    await house.demand();
    await house.settle();
    expect(house.beat.state).toBe('still_ready');
  }, 120_000);

  it('stops the queue when there is no credit, tells users nothing of it, and goes on when there is', async () => {
    const house = await open();
    const body = { title: 'Insufficient credit', detail: 'pay invoice 4711', status: 402 };
    vendors.misbehave({ on: 'create', fault: { kind: 'status', status: 402, body } });
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    expect(await house.step(callId)).toMatchObject({ laterMs: 60_000 });
    expect(house.beat).toMatchObject({ state: 'rendering', error: { code: 'provider-paused' } });
    expect(JSON.stringify(house.beat.error)).not.toMatch(/4711|credit/i);
    expect(await money.pauses.all()).toHaveLength(1);
    await house.step(callId);
    expect(vendors.report().requests.create).toBe(1);
    await house.calls.resume('replicate');
    await house.settle();
    expect(house.beat).toMatchObject({ state: 'still_ready', error: null });
    expect(await money.pauses.all()).toEqual([]);
  }, 120_000);

  it('leaves a job to a person whose state nobody understands, and asks for the same job once more', async () => {
    const house = await open();
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    await house.step(callId);
    vendors.misbehave({ on: 'check', times: 99, fault: { kind: 'drift' } });
    expect(await house.step(callId)).toHaveProperty('laterMs');
    expect(house.beat.state).toBe('rendering');
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 180_000);
    await house.step(callId);
    later.mockRestore();
    expect(await house.states()).toEqual(['unknown']);
    expect(house.beat).toMatchObject({ state: 'failed', error: { code: 'outcome-unknown' } });
    expect(await house.heldUsd()).toBeGreaterThan(0);
    vendors.state.misbehaviours.clear();
    await house.demand();
    await house.settle();
    expect(house.beat).toMatchObject({ state: 'still_ready', error: null });
    expect(vendors.report().requests.create).toBe(1);
    expect(house.ledgerUsd()).toBeCloseTo(vendors.report().chargedUsd, 8);
    expect(await house.heldUsd()).toBe(0);
  }, 120_000);

  it('counts an order as paid that is given up while nobody knows what became of it', async () => {
    const house = await open();
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    const priceUsd = await house.heldUsd();
    const change = { state: 'unknown', lookInMs: 0 } as const;
    await money.vendorJobs.change(callId, ['owed'], change);
    await house.calls.endFor(house.video.documentId);
    expect(await house.states()).toEqual(['failed']);
    expect([...house.lines.values()]).toMatchObject([
      { costUsd: priceUsd, note: expect.stringContaining('possibly paid') },
    ]);
    expect(await house.heldUsd()).toBe(0);
  }, 120_000);

  it('ends what is not wanted any more, and gives the money back', async () => {
    const house = await open();
    Object.assign(vendors.state.settings, { imageMs: 60_000 });
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    await house.step(callId);
    await house.calls.endFor(house.video.documentId);
    await house.settle();
    Object.assign(vendors.state.settings, { imageMs: 100 });
    expect(vendors.report().requests.cancel).toBeGreaterThan(0);
    expect(await house.states()).toEqual(['canceled']);
    expect(house.ledgerUsd()).toBeCloseTo(vendors.report().chargedUsd, 8);
    expect(await house.heldUsd()).toBe(0);
  }, 120_000);

  it('counts a create as paid that nobody wants any more and nobody can look up, and holds nothing for it', async () => {
    const house = await open();
    vendors.misbehave({ on: 'create', fault: { kind: 'reset', accept: true } });
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    const priceUsd = await house.heldUsd();
    await house.step(callId);
    expect(await house.states()).toEqual(['creating']);
    house.cannotFind();
    await house.calls.endFor(house.video.documentId);
    await house.settle();
    expect(await house.states()).toEqual(['failed']);
    expect(await house.heldUsd()).toBe(0);
    expect([...house.lines.values()]).toMatchObject([
      { costUsd: priceUsd, note: expect.stringContaining('possibly paid') },
    ]);
    expect(house.beat).toMatchObject({ state: 'rendering', error: null });
  }, 120_000);

  it('leaves an order to a person that cannot be looked up because what it was made from is gone', async () => {
    const house = await open();
    vendors.misbehave({ on: 'create', fault: { kind: 'reset', accept: true } });
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    await house.step(callId);
    house.rung.push({ kind: 'vendor.call', callId });
    Object.assign(house.needs, { models: new Map() });
    await house.settle();
    expect(await house.states()).toEqual(['unknown']);
    expect(house.beat).toMatchObject({ state: 'failed', error: { code: 'outcome-unknown' } });
    expect(await house.heldUsd()).toBeGreaterThan(0);
  }, 120_000);
});
