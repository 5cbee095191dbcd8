import type { Core, UID } from '@strapi/strapi';
import type {
  SpendingGroup,
  SpendingSum,
  SpendingSummaryQuery,
} from '../../../../shared/contracts/money';
import { videoFieldsOf } from '../campaigns';
import type { RunSql } from '../sql';

/** Of which lines: those of one owner where one is given. */
type Lines = Pick<SpendingSummaryQuery, 'from' | 'until'> & { owner?: string };

/** What a line is counted under, by how it is asked; fixed text, never built from input. */
const keys: Record<Exclude<SpendingGroup, 'campaign'> | 'video', string> = {
  day: `to_char(s.created_at, 'YYYY-MM-DD')`,
  tier: 'v.quality_tier',
  model: `s.provider || '/' || s.model`,
  person: 's.owner',
  video: 's.video',
};

type Raw = { key: string | null; lines: string; cost: string };

/** An entry of the application that gathers videos. */
interface Campaign {
  documentId: string;
  title: string;
  videos: string[];
}

const titleOf = (entry: Record<string, unknown>): string =>
  [entry.name, entry.title, entry.documentId].find(
    (one): one is string => typeof one === 'string' && one !== '',
  ) ?? '';

/** Sums of the ledger. */
export const createSpendingSums = (strapi: Core.Strapi, sql: RunSql) => {
  const sums = async (by: keyof typeof keys, lines: Lines): Promise<SpendingSum[]> => {
    const { owner = null, from = null, until = null } = lines;
    const rows = await sql<Raw>(
      `SELECT ${keys[by]} AS key, count(*) AS lines, sum(s.cost_usd) AS cost
       FROM reference_asset_spend s
       LEFT JOIN reference_asset_videos v ON v.document_id = s.video AND v.published_at IS NULL
       WHERE (?::text IS NULL OR s.owner = ?)
         AND (?::date IS NULL OR s.created_at >= ?::date)
         AND (?::date IS NULL OR s.created_at < ?::date + 1)
       GROUP BY 1 ORDER BY ${by === 'day' ? '1' : '3 DESC, 1'} LIMIT 5000`,
      [owner, owner, from, from, until, until],
    );
    return rows.map(({ key, lines: count, cost }) => ({
      key,
      label: key,
      lines: Number(count),
      costUsd: Number(cost),
    }));
  };

  /** Names of API users, for people who may see everybody's spending. */
  const withNames = async (found: SpendingSum[]): Promise<SpendingSum[]> => {
    const ids = found.flatMap(({ key }) => key ?? []);
    const users = (await strapi.db
      .query('plugin::users-permissions.user')
      .findMany({ where: { documentId: { $in: ids } }, select: ['documentId', 'username'] })) as {
      documentId: string;
      username: string;
    }[];
    const names = new Map(users.map((user) => [user.documentId, user.username]));
    return found.map((one) => ({ ...one, label: (one.key && names.get(one.key)) ?? one.key }));
  };

  /** Every entry of the application's own types that some of these videos belong to. */
  const campaignsOf = async (videos: readonly string[]): Promise<Campaign[]> => {
    const found: Campaign[] = [];
    for (const { uid, field } of videoFieldsOf(strapi)) {
      const entries = (await strapi.db.query(uid as UID.ContentType).findMany({
        where: { [field]: { documentId: { $in: videos } } },
        populate: { [field]: { select: ['documentId'] } },
        limit: 5000,
      })) as Record<string, unknown>[];
      for (const entry of entries) {
        const held = [entry[field]].flat() as { documentId: string }[];
        found.push({
          documentId: String(entry.documentId),
          title: titleOf(entry),
          videos: held.map(({ documentId }) => documentId),
        });
      }
    }
    return found;
  };

  const byCampaign = async (lines: Lines): Promise<SpendingSum[]> => {
    const byVideo = await sums('video', lines);
    const campaigns = await campaignsOf(byVideo.flatMap(({ key }) => key ?? []));
    const gathered = new Map<string, Campaign>();
    for (const one of campaigns) {
      const earlier = gathered.get(one.documentId)?.videos ?? [];
      gathered.set(one.documentId, { ...one, videos: [...new Set([...earlier, ...one.videos])] });
    }
    const add = (of: readonly SpendingSum[]) => ({
      lines: of.reduce((sum, { lines: count }) => sum + count, 0),
      costUsd: Number(of.reduce((sum, { costUsd }) => sum + costUsd, 0).toFixed(8)),
    });
    const inOne = new Set([...gathered.values()].flatMap(({ videos }) => videos));
    const alone = byVideo.filter(({ key }) => key === null || !inOne.has(key));
    const groups = [...gathered.values()].map(({ documentId, title, videos }) => ({
      key: documentId,
      label: title,
      ...add(byVideo.filter(({ key }) => key !== null && videos.includes(key))),
    }));
    const rest = alone.length > 0 ? [{ key: null, label: null, ...add(alone) }] : [];
    return [...groups.sort((a, b) => b.costUsd - a.costUsd), ...rest];
  };

  return {
    /** Sums by one thing, the largest first; days in their order. */
    async by(group: SpendingGroup, lines: Lines): Promise<SpendingSum[]> {
      if (group === 'campaign') return byCampaign(lines);
      const found = await sums(group, lines);
      return group === 'person' ? withNames(found) : found;
    },

    /** Every line once. Units: US dollars. */
    async total(lines: Lines): Promise<number> {
      const found = await sums('model', lines);
      return Number(found.reduce((sum, { costUsd }) => sum + costUsd, 0).toFixed(8));
    },
  };
};
export type SpendingSums = ReturnType<typeof createSpendingSums>;
