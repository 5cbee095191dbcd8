import type { RunSql } from '../sql';

/** What an account may spend; null is not limited. Units: US dollars. */
export interface Limits {
  balanceUsd: number | null;
  monthlyCapUsd: number | null;
  videoCapUsd: number | null;
}

/** An account with what it has spent. Units: US dollars; `owedUsd` is what a job cost more than the balance covered. */
export interface AccountRow extends Limits {
  name: string;
  heldUsd: number;
  owedUsd: number;
  spentThisMonthUsd: number;
}

/** One line of an account: a top-up, a charge, a correction; lines are only ever added. */
export interface AccountMove {
  moveKey: string;
  account: string;
  kind: 'top-up' | 'charge' | 'correction';
  amountUsd: number;
  video?: string | null;
  note?: string | null;
  author?: string | null;
}

const numberOrNull = (value: string | null): number | null =>
  value === null ? null : Number(value);

type Raw = Record<'balance' | 'monthly' | 'perVideo', string | null> &
  Record<'name' | 'held' | 'owed' | 'spent', string>;

const columns = `a.name, a.balance_usd AS balance, a.held_usd AS held, a.owed_usd AS owed,
  a.monthly_cap_usd AS monthly, a.video_cap_usd AS "perVideo",
  coalesce((SELECT -sum(m.amount_usd) FROM reference_asset_account_moves m
    WHERE m.account = a.name AND m.kind <> 'top-up' AND m.at >= date_trunc('month', now())), 0) AS spent`;

const toAccount = (raw: Raw): AccountRow => ({
  name: raw.name,
  balanceUsd: numberOrNull(raw.balance),
  heldUsd: Number(raw.held),
  owedUsd: Number(raw.owed),
  monthlyCapUsd: numberOrNull(raw.monthly),
  videoCapUsd: numberOrNull(raw.perVideo),
  spentThisMonthUsd: Number(raw.spent),
});

/** Accounts and their lines. What changes an account is called inside a transaction that holds it. */
export const createAccounts = (sql: RunSql) => ({
  async find(name: string): Promise<AccountRow | null> {
    const [row] = await sql<Raw>(
      `SELECT ${columns} FROM reference_asset_accounts a WHERE a.name = ?`,
      [name],
    );
    return row ? toAccount(row) : null;
  },

  /** The account, held until the transaction ends: one at a time decides what it may still spend. */
  async hold(name: string): Promise<AccountRow | null> {
    await sql('SELECT name FROM reference_asset_accounts WHERE name = ? FOR UPDATE', [name]);
    return this.find(name);
  },

  async all(): Promise<AccountRow[]> {
    const rows = await sql<Raw>(
      `SELECT ${columns} FROM reference_asset_accounts a ORDER BY a.name LIMIT 1000`,
    );
    return rows.map(toAccount);
  },

  /** Makes an account unless it is there; two that ask at once make one. */
  async ensure(name: string, limits: Limits): Promise<void> {
    const made = await sql(
      `INSERT INTO reference_asset_accounts (name, balance_usd, monthly_cap_usd, video_cap_usd)
       VALUES (?, ?, ?, ?) ON CONFLICT (name) DO NOTHING RETURNING name`,
      [name, limits.balanceUsd, limits.monthlyCapUsd, limits.videoCapUsd],
    );
    if (made.length === 0 || limits.balanceUsd === null) return;
    await this.note({
      moveKey: `opening/${name}`,
      account: name,
      kind: 'top-up',
      amountUsd: limits.balanceUsd,
      note: 'Opening balance',
    });
  },

  /** Changes caps; fields left out stay. */
  async setCaps(name: string, caps: Partial<Omit<Limits, 'balanceUsd'>>): Promise<void> {
    for (const [column, value] of [
      ['monthly_cap_usd', caps.monthlyCapUsd],
      ['video_cap_usd', caps.videoCapUsd],
    ] as const)
      if (value !== undefined)
        await sql(`UPDATE reference_asset_accounts SET ${column} = ? WHERE name = ?`, [
          value,
          name,
        ]);
  },

  /** Adds to the balance, what is owed first; an unlimited account becomes a limited one that covers what it holds. */
  async add(name: string, amountUsd: number): Promise<void> {
    await sql(
      `UPDATE reference_asset_accounts SET
         balance_usd = coalesce(balance_usd, held_usd) + ?::numeric - greatest(0, least(owed_usd, ?::numeric)),
         owed_usd = owed_usd - greatest(0, least(owed_usd, ?::numeric))
       WHERE name = ?`,
      [amountUsd, amountUsd, amountUsd, name],
    );
  },

  /** Takes from the balance what is not held; what it does not cover is owed, to be taken from the next top-up. */
  async take(name: string, amountUsd: number): Promise<void> {
    await sql(
      `UPDATE reference_asset_accounts SET
         balance_usd = balance_usd - least(?::numeric, balance_usd - held_usd),
         owed_usd = owed_usd + CASE WHEN balance_usd IS NULL THEN 0
           ELSE greatest(0, ?::numeric - (balance_usd - held_usd)) END
       WHERE name = ?`,
      [amountUsd, amountUsd, name],
    );
  },

  /** What a video has been charged to accounts. */
  async spentOn(video: string): Promise<number> {
    const [row] = await sql<{ sum: string | null }>(
      `SELECT -sum(amount_usd) AS sum FROM reference_asset_account_moves
       WHERE video = ? AND kind <> 'top-up'`,
      [video],
    );
    return Number(row?.sum ?? 0);
  },

  /** Adds a line; false when it is there already. */
  async note(move: AccountMove): Promise<boolean> {
    const rows = await sql(
      `INSERT INTO reference_asset_account_moves (move_key, account, kind, amount_usd, video, note, author)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (move_key) DO NOTHING RETURNING id`,
      [
        move.moveKey,
        move.account,
        move.kind,
        move.amountUsd,
        move.video ?? null,
        move.note ?? null,
        move.author ?? null,
      ],
    );
    return rows.length > 0;
  },

  /** Whose account a member's videos are charged to; null where they belong to none. */
  async ofMember(member: string): Promise<string | null> {
    const [row] = await sql<{ account: string }>(
      'SELECT account FROM reference_asset_account_members WHERE member = ?',
      [member],
    );
    return row?.account ?? null;
  },

  /** Makes exactly these people members of an account. */
  async setMembers(name: string, members: readonly string[]): Promise<void> {
    await sql(
      'DELETE FROM reference_asset_account_members WHERE account = ? AND member <> ALL(?)',
      [name, [...members]],
    );
    for (const member of members)
      await sql(
        `INSERT INTO reference_asset_account_members (member, account) VALUES (?, ?)
         ON CONFLICT (member) DO UPDATE SET account = EXCLUDED.account`,
        [member, name],
      );
  },

  async members(name: string): Promise<string[]> {
    const rows = await sql<{ member: string }>(
      'SELECT member FROM reference_asset_account_members WHERE account = ? ORDER BY member',
      [name],
    );
    return rows.map((row) => row.member);
  },
});
export type Accounts = ReturnType<typeof createAccounts>;
