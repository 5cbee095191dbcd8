import {
  paidTiers,
  type ModelRow,
  type PaidTier,
  type TierModels,
} from '../../../../shared/contracts/models';
import type { ModelProblem, ModelRegistry } from './registry';

/**
 * What each paid tier is made with unless the configuration or a video says otherwise.
 *
 * draft: fast and cheap; standard: true to the product; final: the best to be had. Sound is composed apart, so clips
 * are silent. Source: the reference-photo tests and price pages of 2026 behind the rows; of the still models
 * FLUX.2 pro kept products best, of the video models Kling keeps what the first frame shows.
 */
export const defaultTiers: Readonly<Record<PaidTier, TierModels>> = {
  draft: {
    image: 'flux-kontext-pro',
    video: 'wan-2.2-fast',
    music: 'musicgen',
    fallbackImage: 'seedream-4.5',
  },
  standard: {
    image: 'flux-2-pro',
    video: 'kling-2.6',
    music: 'musicgen',
    fallbackImage: 'seedream-4.5',
    fallbackVideo: 'hailuo-2.3',
  },
  final: {
    image: 'nano-banana-pro',
    video: 'kling-3',
    music: 'musicgen',
    fallbackImage: 'flux-2-pro',
    fallbackVideo: 'veo-3.1-fast',
  },
};

const kinds: Record<keyof TierModels, ModelRow['kind']> = {
  image: 'still',
  video: 'clip',
  music: 'music',
  fallbackImage: 'still',
  fallbackVideo: 'clip',
};

const problemWith = (
  use: keyof TierModels,
  name: string,
  models: ModelRegistry,
): string | undefined => {
  const fitting = [...models.values()].filter((row) => row.kind === kinds[use]);
  if (fitting.some((row) => row.name === name)) return undefined;
  const known = fitting.map((row) => row.name).join(', ');
  return `"${name}" is no ${kinds[use]} model; expected one of ${known}`;
};

/** The tiers of an installation, and what is wrong with them. */
export const readTiers = (
  overrides: Partial<Record<PaidTier, Partial<TierModels> | undefined>>,
  models: ModelRegistry,
): { tiers: Record<PaidTier, TierModels>; problems: ModelProblem[] } => {
  const tiers = { ...defaultTiers };
  const problems: ModelProblem[] = [];
  for (const tier of paidTiers) {
    tiers[tier] = { ...tiers[tier], ...overrides[tier] };
    for (const [use, name] of Object.entries(tiers[tier])) {
      const message = problemWith(use as keyof TierModels, name, models);
      if (message) problems.push({ path: [tier, use], message });
    }
  }
  return { tiers, problems };
};
