import { rightsPolicy, type RightsPolicy } from '../../../shared/contracts/rights';
import type { Settings } from './settings';

/**
 * The rules of rights as they are in force now: what was decided in the panel, else the configuration.
 *
 * Read each time, so that every process judges by the same rules from the moment they were decided.
 */
export const createRightsRules =
  (settings: Pick<Settings, 'one'>, configured: RightsPolicy) =>
  async (): Promise<RightsPolicy> => {
    const decided = await settings.one('rights');
    return decided === undefined ? configured : rightsPolicy.parse(decided);
  };
export type RightsRules = ReturnType<typeof createRightsRules>;
