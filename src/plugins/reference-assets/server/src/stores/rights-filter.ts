import { deniedLicence, type RightsPolicy } from '../../../shared/contracts/rights';

/** Last moment of a licence as SQL: a date alone stands for the whole of its day, in universal time. */
const endOfLicence = `(CASE WHEN a.rights->>'expiresAt' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
  THEN (a.rights->>'expiresAt') || 'T23:59:59.999Z' ELSE a.rights->>'expiresAt' END)::timestamptz`;

/**
 * What bars an asset from videos, as SQL on `reference_assets a`: the rule of `rightsStatusOf` for whole lists. A test
 * holds the two against each other.
 */
export const barredSql = (policy: RightsPolicy): { text: string; bindings: unknown[] } => {
  const parts: [string, unknown[]][] = [
    [`${endOfLicence} < now()`, []],
    [`a.rights->>'consent' = 'false'`, []],
    [`btrim(a.rights->>'licence') ~* ?`, [deniedLicence.source]],
  ];
  if (policy.requireConsent)
    parts.push([`(a.asset_type = 'person' AND coalesce(a.rights->>'consent', '') <> 'true')`, []]);
  if (policy.requireLicence) parts.push([`coalesce(a.rights->>'licence', '') = ''`, []]);
  if (policy.territories.length > 0)
    parts.push([
      `(jsonb_array_length(a.rights->'territories') > 0 AND NOT a.rights->'territories' @> ?::jsonb)`,
      [JSON.stringify(policy.territories)],
    ]);
  return {
    text: parts.map(([text]) => `coalesce(${text}, false)`).join(' OR '),
    bindings: parts.flatMap(([, bindings]) => bindings),
  };
};

/** What has a licence that ends soon, as SQL on `reference_assets a`; what has ended already is among it. */
export const endingSql = ({ warnDays }: RightsPolicy): { text: string; bindings: unknown[] } =>
  warnDays === 0
    ? { text: 'false', bindings: [] }
    : {
        text: `coalesce(${endOfLicence} <= now() + ? * interval '24 hours', false)`,
        bindings: [warnDays],
      };
