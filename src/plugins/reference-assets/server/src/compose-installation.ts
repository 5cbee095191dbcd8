import type { PluginConfig } from './config';
import type { Describe } from './library/analysis/describe';
import { createInstallation } from './library/installation';
import type { Offers } from './money/offers';
import { readModels, readTiers } from './providers/models';
import { createProbes } from './providers/probe';

/** What the configuration says, for the settings pages, and tests of the vendors it names. */
export const composeInstallation = (config: PluginConfig, offers: Offers, describe: Describe) => {
  const { models } = readModels(config.models);
  const { provider, language, vocabulary } = config.analysis;
  const { analysis, planning } = config.openai;
  return createInstallation({
    ...{ offers, models, tiers: readTiers(config.tiers, models).tiers },
    probes: createProbes(config),
    analysis: { choice: provider, language, model: describe.identity().model ?? null },
    vocabulary,
    language: {
      models: [...new Set([analysis.model, planning.model])],
      lookAtMostUsd: describe.paid()?.quoteUsd ?? null,
    },
  });
};
