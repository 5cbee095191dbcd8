import { createAnsweringEncoder } from '../../../../src/plugins/reference-assets/server/src/library/embedding/answering';
import type { Encoder } from '../../../../src/plugins/reference-assets/server/src/providers/ports';

const encoderNamed = (model: string, closed: string[]): Encoder => ({
  model,
  dimension: 2,
  status: () => ({ state: 'ready', model, dimension: 2 }),
  start: async () => undefined,
  encodeText: async () => Float32Array.of(1, 0),
  encodeImage: async () => Float32Array.of(1, 0),
  close: async () => void closed.push(model),
});

/** A library whose vectors are counts, and a clock that is set by hand. */
const library = (
  counts: Record<string, number>,
  total: number,
  kept: Record<string, unknown> = {},
) => {
  const states = new Map<string, unknown>(Object.entries(kept));
  const closed: string[] = [];
  const clock = { at: Date.parse('2026-01-01T00:00:00Z') };
  const answering = createAnsweringEncoder({
    vectors: {
      coverage: async () => Object.entries(counts).map(([model, count]) => ({ model, count })),
      progress: async (model: string) => ({ done: counts[model] ?? 0, total }),
    },
    states: {
      get: async (key: string) => states.get(key) ?? null,
      set: async (key: string, value: unknown) => void states.set(key, value),
    },
    encoder: encoderNamed('new', closed),
    encoderOf: (model: string) => (model === 'old' ? encoderNamed('old', closed) : null),
    log: { info: () => undefined },
    now: () => clock.at,
  } as never);
  return { answering, counts, states, closed, clock };
};

describe('createAnsweringEncoder', () => {
  it('answers from the old vectors until the new ones cover as much, then switches for good', async () => {
    const { answering, counts, closed, states } = library({ old: 100 }, 100);
    await answering.refresh();
    expect(answering.model).toBe('old');
    counts.new = 99;
    await answering.refresh();
    expect([answering.model, closed]).toEqual(['old', []]);
    counts.new = 100;
    await answering.refresh();
    expect([answering.model, closed, states.get('embedding')]).toEqual(['new', ['old'], 'new']);
    counts.new = 40;
    await answering.refresh();
    expect(answering.model).toBe('new');
  });

  it('tells how far it is and when it ends at the rate so far', async () => {
    const { answering, counts, clock } = library({ old: 1000, new: 200 }, 1000);
    await answering.refresh();
    expect(await answering.progress()).toMatchObject({ done: 200, estimatedEndAt: null });
    counts.new = 400;
    clock.at += 100_000;
    expect(await answering.progress()).toEqual({
      from: 'old',
      to: 'new',
      done: 400,
      total: 1000,
      startedAt: '2026-01-01T00:00:00.000Z',
      estimatedEndAt: '2026-01-01T00:06:40.000Z',
    });
  });

  it('goes on with its estimate after a restart', async () => {
    const reindex = { model: 'new', at: '2025-12-31T23:50:00.000Z', done: 0 };
    const { answering } = library({ old: 1000, new: 500 }, 1000, { embedding: 'old', reindex });
    await answering.refresh();
    expect(await answering.progress()).toMatchObject({
      startedAt: reindex.at,
      estimatedEndAt: '2026-01-01T00:10:00.000Z',
    });
  });

  it('has the configured model answer where nobody knows the old one, and where there is none', async () => {
    const libraries: Record<string, number>[] = [
      { unknown: 100 },
      { 'descriptor-2': 100, new: 0 },
      {},
    ];
    for (const counts of libraries) {
      const { answering } = library(counts, 100);
      await answering.refresh();
      expect(answering.model).toBe('new');
      expect(await answering.progress()).toBeNull();
    }
  });
});
