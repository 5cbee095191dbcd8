import type { Misbehaviour } from '../../../vendors/misbehaviour';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { openMoneyDatabase, type MoneyDatabase } from '../../money/money-database';
import { openPaidHouse } from './paid-house';

/** What a vendor does, what the person sees of it, how often it was ordered, and how many are charged for. */
interface Row {
  what: string;
  fault: Misbehaviour;
  sees: 'still_ready' | 'bad-reply';
  creates: number;
  charged: number;
}

const create = (fault: Misbehaviour['fault']): Misbehaviour => ({ on: 'create', fault });
const check = (fault: Misbehaviour['fault']): Misbehaviour => ({ on: 'check', fault });
const download = (fault: Misbehaviour['fault'], times = 1): Misbehaviour => ({
  on: 'download',
  times,
  fault,
});
const comes = { sees: 'still_ready', creates: 1, charged: 1 } as const;

const rows: Row[] = [
  {
    what: 'a create that hangs and was taken',
    fault: create({ kind: 'hang', accept: true }),
    ...comes,
  },
  {
    what: 'a create that hangs and was not',
    fault: create({ kind: 'hang' }),
    ...comes,
    creates: 2,
  },
  { what: 'a create answered drop by drop', fault: create({ kind: 'drip' }), ...comes },
  { what: 'a state that hangs', fault: check({ kind: 'hang' }), ...comes },
  { what: 'a state drop by drop', fault: check({ kind: 'drip' }), ...comes },
  { what: 'a state in half of a JSON', fault: check({ kind: 'invalid-json' }), ...comes },
  {
    what: 'a state that is told to wait for',
    fault: check({ kind: 'status', status: 429 }),
    ...comes,
  },
  { what: 'a result that hangs', fault: download({ kind: 'hang' }), ...comes },
  { what: 'a result drop by drop', fault: download({ kind: 'drip' }), ...comes },
  { what: 'a result cut short', fault: download({ kind: 'cut' }), ...comes },
  {
    what: 'a result without end: paid, kept off the disk, said',
    fault: download({ kind: 'oversized' }),
    ...{ sees: 'bad-reply', creates: 1, charged: 1 },
  },
  {
    what: 'a result that leads into the own network: paid, not followed, said',
    fault: download({ kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data' }),
    ...{ sees: 'bad-reply', creates: 1, charged: 1 },
  },
];

describe('an order in a bad moment of its vendor', () => {
  let money: MoneyDatabase;
  let vendors: Vendors;
  beforeAll(async () => {
    [money, vendors] = await Promise.all([openMoneyDatabase(), startVendors({ imageMs: 50 })]);
  }, 180_000);
  beforeEach(() => vendors.reset());
  afterAll(async () => {
    await vendors?.close();
    await money?.close();
  });

  it.each(rows)(
    '$what',
    async ({ fault, sees, creates, charged }) => {
      const isSilent = ['hang', 'drip'].includes(fault.fault.kind);
      const house = await openPaidHouse(money, vendors, undefined, {
        timeoutMs: isSilent ? 1500 : 30_000,
      });
      vendors.misbehave(fault);
      await house.demand();
      await house.settle();
      if (sees === 'still_ready') expect(house.beat).toMatchObject({ state: sees, error: null });
      else expect(house.beat).toMatchObject({ state: 'failed', error: { code: sees } });
      const { jobs, requests, chargedUsd } = vendors.report();
      expect(requests.create).toBe(creates);
      expect(jobs.filter(({ chargeUsd }) => chargeUsd > 0)).toHaveLength(charged);
      expect(house.ledgerUsd()).toBeCloseTo(chargedUsd, 8);
      expect(await house.heldUsd()).toBe(0);
      if (sees === 'still_ready') return;
      // A person tries again: another attempt, and what was paid stays in the books.
      house.beat.state = 'rendering';
      await house.demand();
      await house.settle();
      expect(house.beat.state).toBe('still_ready');
      expect(house.ledgerUsd()).toBeCloseTo(vendors.report().chargedUsd, 8);
    },
    120_000,
  );
});
