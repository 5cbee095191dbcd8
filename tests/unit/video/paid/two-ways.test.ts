import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook } from '../../../../src/plugins/reference-assets/server/src/providers/replicate';
import { createVendorReports } from '../../../../src/plugins/reference-assets/server/src/video/paid/vendor-reports';
import { startVendors, type Vendors } from '../../../vendors/vendor-server';
import { openMoneyDatabase, type MoneyDatabase } from '../../money/money-database';
import { openPaidHouse } from './paid-house';

/** A receiver of reports that checks their signatures, as the application's own does. */
const receive = async (secret: string, heard: (id: string, jobId: string) => Promise<unknown>) => {
  const waiting: (() => void)[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const rawBody = await buffer(request);
      const one = (name: string) => request.headers[`webhook-${name}`] as string | undefined;
      const signed = { id: one('id'), timestamp: one('timestamp'), signature: one('signature') };
      const verdict = verifyWebhook({ ...signed, rawBody }, secret);
      if (verdict.ok)
        await heard(verdict.id, (JSON.parse(rawBody.toString()) as { id: string }).id);
      response.writeHead(verdict.ok ? 200 : 401).end();
      count += 1;
      waiting.splice(0).forEach((wake) => wake());
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async reports(wanted: number): Promise<void> {
      while (count < wanted) await new Promise<void>((wake) => waiting.push(wake));
    },
    close: () => new Promise((done) => server.close(done)),
  };
};

describe('the end of a job is heard of in two ways, each of which is enough', () => {
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

  it('by a report alone: nobody asks before it comes', async () => {
    let heard: (reportId: string, jobId: string) => Promise<unknown> = async () => undefined;
    const receiver = await receive(vendors.webhookSecret, (...report) => heard(...report));
    // The next look of its own would come only after an eighth of this.
    const house = await openPaidHouse(money, vendors, undefined, {
      pollMs: 60_000,
      webhookUrl: (_provider, nonce) => `${receiver.url}?nonce=${nonce}`,
    });
    const reports = createVendorReports({ vendorJobs: money.vendorJobs, jobs: house.needs.jobs });
    heard = (reportId, jobId) => reports.heard({ provider: 'replicate', reportId, jobId });
    await house.demand();
    const { callId } = house.rung.shift() as { callId: string };
    expect(await house.step(callId)).toEqual({ laterMs: 7500 });
    expect(house.rung).toEqual([]);
    await receiver.reports(1);
    expect(house.rung).toEqual([{ kind: 'vendor.call', callId }]);
    expect(await house.step(callId)).toEqual({ done: true });
    await receiver.close();

    const { requests, chargedUsd } = vendors.report();
    expect(house.beat.state).toBe('still_ready');
    // The one look is the one that the report asked for.
    expect([requests.create, requests.check]).toEqual([1, 1]);
    expect(house.ledgerUsd()).toBeCloseTo(chargedUsd, 8);
  }, 120_000);

  it('by asking alone: no report is asked for, none comes', async () => {
    const house = await openPaidHouse(money, vendors);
    await house.demand();
    await house.settle();
    const { requests, chargedUsd, webhooks } = vendors.report();
    expect(house.beat.state).toBe('still_ready');
    expect(webhooks).toEqual([]);
    const [created] = vendors.state.seen.filter(({ act }) => act === 'create');
    expect(created!.body).not.toHaveProperty('webhook');
    expect(requests.check).toBeGreaterThan(0);
    expect(house.ledgerUsd()).toBeCloseTo(chargedUsd, 8);
  }, 120_000);
});
