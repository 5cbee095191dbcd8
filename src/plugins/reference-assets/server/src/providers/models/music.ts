import { replicateSchema, type WrittenRow } from './row';

const upTo = (longest: number): number[] => Array.from({ length: longest }, (_, n) => n + 1);

/** Models that compose. */
export const musicModels: readonly WrittenRow[] = [
  {
    name: 'musicgen',
    provider: 'replicate',
    kind: 'music',
    vendorModel: 'meta/musicgen:671ac645ce5e552cc63a54a2bbff63fcf798043055d2dac5fc9e36a837eedcfb',
    inputs: { prompt: 'prompt', duration: { field: 'duration', as: 'seconds' }, seed: 'seed' },
    fixed: { output_format: 'wav' },
    durations: upTo(60),
    rate: {
      unit: 'gpu-second',
      usd: 0.0014,
      expectedSeconds: 58,
      at: '2026-07-01',
      source: 'A100 on third-party price pages, where a run costs about $0.08',
    },
    source: replicateSchema,
    licence: 'CC-BY-NC 4.0 (weights)',
  },
];
