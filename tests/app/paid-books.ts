import type { Vendors } from '../vendors/vendor-server';
import { query } from './left-behind';
import type { App } from './start-app';

/** What the application's books and the vendor's own say of the same time. */
export interface Books {
  /** Jobs that the vendor got, and how many different things they were for. */
  jobs: number;
  things: number;
  ledgerUsd: number;
  chargedUsd: number;
  heldUsd: number;
  /** Calls that are not ended. */
  open: number;
}

const number = async (app: Pick<App, 'home'>, sql: string): Promise<number> =>
  Number((await query<{ n: string | null }>(app.home, sql))[0]?.n ?? 0);

/** Reads both sides' books. */
export const readBooks = async (app: Pick<App, 'home'>, vendors: Vendors): Promise<Books> => {
  const { jobs, chargedUsd } = vendors.report();
  return {
    jobs: jobs.length,
    things: new Set(jobs.map(({ model, input }) => JSON.stringify([model, input]))).size,
    ledgerUsd: await number(app, 'SELECT sum(cost_usd) AS n FROM reference_asset_spend'),
    chargedUsd,
    heldUsd: await number(app, 'SELECT sum(amount_usd) AS n FROM reference_asset_holds'),
    open: await number(
      app,
      `SELECT count(*) AS n FROM reference_asset_vendor_jobs
       WHERE state IN ('owed', 'creating', 'submitted', 'succeeded', 'unknown')`,
    ),
  };
};
