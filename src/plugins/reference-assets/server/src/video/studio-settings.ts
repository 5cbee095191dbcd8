import {
  studioSettings,
  type SettingsEdit,
  type StudioSettings,
} from '../../../shared/contracts/settings';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import type { NotificationRules } from '../../../shared/contracts/notices';
import { typeface } from '../../../shared/contracts/typefaces';
import type { AspectMismatch } from '../../../shared/contracts/vocabulary';
import { nameOf, type Viewer } from '../library/viewer';
import type { CheckEndpoints } from '../notices/check-endpoints';
import type { Stores } from '../stores';
import type { StillLook } from './still-scene';

type Needs = Pick<Stores, 'settings' | 'transaction'> & {
  /** What the installation's configuration says, where nobody decided in the panel. */
  /** Throws where an endpoint could not be used. */
  checkEndpoints: CheckEndpoints;
  configured: {
    palette: readonly string[];
    aspectMismatch: AspectMismatch;
    rights: RightsPolicy;
  };
};

/** Kits of earlier versions named any typeface; those that do not come with the plugin were never set. */
const knownOnly = (name: string, value: unknown): unknown => {
  if (name !== 'brandKit') return value;
  const { typefaces: named = [], ...kit } = value as { typefaces?: string[] };
  return { ...kit, typefaces: named.filter((one) => typeface.safeParse(one).success).slice(0, 2) };
};

/** What administrators decide for everybody, and how stills look because of it. */
export const createStudioSettings = ({
  settings,
  transaction,
  configured,
  checkEndpoints,
}: Needs) => {
  const read = async (): Promise<StudioSettings> => {
    const stored = await settings.all();
    const known = Object.keys(studioSettings.shape).filter((name) => name in stored);
    const decided = Object.fromEntries(known.map((name) => [name, knownOnly(name, stored[name])]));
    return studioSettings.parse({ rights: configured.rights, ...decided });
  };
  return {
    read,

    async change(edit: SettingsEdit, viewer: Viewer): Promise<StudioSettings> {
      checkEndpoints(edit.notifications?.webhooks ?? []);
      await transaction(async () => {
        for (const [name, value] of Object.entries(edit))
          await settings.write(name, value, nameOf(viewer));
      });
      return read();
    },

    /** Who is told of what. */
    async notices(): Promise<NotificationRules> {
      return (await read()).notifications;
    },

    /** Logos of the brand kit, the most important first. */
    async brandLogos(): Promise<readonly string[]> {
      return (await read()).brandKit.logoIds;
    },

    /** How the brand speaks, for whoever plans; empty where nobody said. */
    async tone(): Promise<string> {
      return (await read()).brandKit.tone;
    },

    /** How stills look now: what was decided in the panel goes before the configuration. */
    async look(): Promise<StillLook> {
      const { colors, typefaces, legalLines } = (await read()).brandKit;
      const { aspectMismatch } = configured;
      const palette = colors.length > 0 ? colors : configured.palette;
      return { aspectMismatch, palette, typefaces, legalLines };
    },
  };
};
export type StudioSettingsOf = ReturnType<typeof createStudioSettings>;
