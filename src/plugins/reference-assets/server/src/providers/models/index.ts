export { knownModels, readModels, type ModelOverrides, type ModelRegistry } from './registry';
export { defaultTiers, readTiers } from './tiers';
