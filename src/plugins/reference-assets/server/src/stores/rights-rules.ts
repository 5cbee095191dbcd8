import { rightsPolicy, type RightsPolicy } from '../../../shared/contracts/rights';
import type { Settings } from './settings';

const rulesOf = (decided: unknown, configured: RightsPolicy): RightsPolicy =>
  decided === undefined || decided === null ? configured : rightsPolicy.parse(decided);

/** The decision as a column of a question about assets, for {@link rulesInAnswer}: the rules in force cost no question of their own. */
export const decidedRules = `(SELECT s.value::text FROM reference_asset_settings s WHERE s.name = 'rights') AS rules`;

/** The rules in force when an answer with {@link decidedRules} was given. */
export const rulesInAnswer = (rules: string | null, configured: RightsPolicy): RightsPolicy =>
  rulesOf(rules && JSON.parse(rules), configured);

/**
 * The rules of rights as they are in force now: what was decided in the panel, else the configuration.
 *
 * Read each time, so that every process judges by the same rules from the moment they were decided.
 */
export const createRightsRules =
  (settings: Pick<Settings, 'one'>, configured: RightsPolicy) => async (): Promise<RightsPolicy> =>
    rulesOf(await settings.one('rights'), configured);
export type RightsRules = ReturnType<typeof createRightsRules>;
