import type { RunSql } from '../sql';

/** A vendor that takes no orders at present: credit used up, quota reached, key revoked. */
export interface VendorPause {
  provider: string;
  code: string;
  /** For operators. */
  message: string;
  times: number;
  since: Date;
  until: Date;
  /** How long it is still left alone, ms; 0: the next order tries it. */
  leftMs: number;
}

const columns = `provider, code, message, times, since, until,
  greatest(0, extract(epoch FROM until - now()) * 1000)::float AS "leftMs"`;

/** Pauses of vendors, for all processes together. */
export const createVendorPauses = (sql: RunSql) => ({
  async find(provider: string): Promise<VendorPause | null> {
    const [row] = await sql<VendorPause>(
      `SELECT ${columns} FROM reference_asset_vendor_pauses WHERE provider = ?`,
      [provider],
    );
    return row ?? null;
  },

  all: (): Promise<VendorPause[]> =>
    sql<VendorPause>(`SELECT ${columns} FROM reference_asset_vendor_pauses ORDER BY provider`),

  /** Pauses a vendor for a minute, twice as long each time it refuses again, an hour at most. */
  async pause(provider: string, code: string, message: string): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_vendor_pauses AS p (provider, code, message, until)
       VALUES (?, ?, ?, now() + interval '1 minute')
       ON CONFLICT (provider) DO UPDATE SET code = EXCLUDED.code, message = EXCLUDED.message, times = p.times + 1,
         until = now() + least(60, power(2, least(p.times, 6))) * interval '1 minute'`,
      [provider, code, message],
    );
  },

  /** Lets the next order try a vendor again. */
  async tryNow(provider: string): Promise<boolean> {
    const rows = await sql(
      `UPDATE reference_asset_vendor_pauses SET until = now() WHERE provider = ? RETURNING provider`,
      [provider],
    );
    return rows.length > 0;
  },

  /** Ends a pause: the vendor took an order. */
  async end(provider: string): Promise<void> {
    await sql('DELETE FROM reference_asset_vendor_pauses WHERE provider = ?', [provider]);
  },
});
export type VendorPauses = ReturnType<typeof createVendorPauses>;
