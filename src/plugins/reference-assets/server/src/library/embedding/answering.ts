import type { Reindex } from '../../../../shared/contracts/status';
import type { Encoder } from '../../providers/ports';
import type { Stores } from '../../stores';

type Needs = Pick<Stores, 'vectors' | 'states'> & {
  /** The encoder of the configured model. */
  encoder: Encoder;
  /** An encoder of another model, not started; null where nobody knows that model. */
  encoderOf(model: string): Encoder | null;
  log: { info(message: string): void };
  now?: () => number;
};

/** When the vectors of a model began to be made, and how many there were then. */
interface Begun {
  model: string;
  at: string;
  done: number;
}

/** How long progress is believed before it is counted again, ms. */
const freshMs = 2000;

/**
 * The encoder that searches ask: the configured one, or, while the library's vectors of a newly configured model are
 * being made beside the old ones, that of the old model, so that no search answers from half a library.
 *
 * Shape: an `Encoder` itself, whose `model` changes at the switch; vectors and model are read in the same turn.
 */
export const createAnsweringEncoder = (needs: Needs) => {
  const { vectors, states, encoder, encoderOf, log, now = Date.now } = needs;
  let old: Encoder | null = null;

  const current = (): Encoder => old ?? encoder;

  /** The model whose vectors cover more of the library than the configured one's; null when none does. */
  const betterCovered = async (): Promise<string | null> => {
    const counts = await vectors.coverage();
    const mine = counts.find(({ model }) => model === encoder.model)?.count ?? 0;
    const others = counts.filter(({ model, count }) => model !== encoder.model && count > mine);
    return (
      others.sort((a, b) => b.count - a.count).find(({ model }) => encoderOf(model))?.model ?? null
    );
  };

  const settle = async (): Promise<void> => {
    if ((await states.get<string>('embedding')) !== encoder.model)
      await states.set('embedding', encoder.model);
    const retired = old;
    old = null;
    if (!retired) return;
    log.info(
      `searches answer from the vectors of ${encoder.model} now, no longer of ${retired.model}`,
    );
    await retired.close();
  };

  const begin = async (model: string): Promise<void> => {
    if (old?.model === model) return;
    const kept = encoderOf(model);
    if (!kept) return;
    old = kept;
    log.info(
      `vectors of ${encoder.model} are being made; searches answer from those of ${model} until then`,
    );
    const begun = await states.get<Begun>('reindex');
    if (begun?.model !== encoder.model) {
      const { done } = await vectors.progress(encoder.model);
      const at = new Date(now()).toISOString();
      await states.set('reindex', { model: encoder.model, at, done } satisfies Begun);
    }
    await kept.start();
  };

  let seen: { at: number; progress: Promise<Reindex | null> } | null = null;
  const measure = async (): Promise<Reindex | null> => {
    if (!old) return null;
    const { done, total } = await vectors.progress(encoder.model);
    const begun = await states.get<Begun>('reindex');
    const made = begun ? done - begun.done : 0;
    const spentMs = begun ? now() - new Date(begun.at).getTime() : 0;
    const leftMs = made > 0 ? (spentMs / made) * (total - done) : null;
    return {
      ...{ from: old.model, to: encoder.model, done, total },
      startedAt: begun?.at ?? new Date(now()).toISOString(),
      estimatedEndAt: leftMs === null ? null : new Date(now() + leftMs).toISOString(),
    };
  };

  return {
    get model(): string {
      return current().model;
    },
    get dimension(): number {
      return current().dimension;
    },
    status: () => current().status(),
    start: () => current().start(),
    encodeText: (text: string) => current().encodeText(text),
    encodeImage: (image: Parameters<Encoder['encodeImage']>[0]) => current().encodeImage(image),
    close: async () => {
      await old?.close();
    },

    /** Decides which model answers: asked at start, by every reconcile, and when a re-index may have ended. */
    async refresh(): Promise<void> {
      const isSwitched = (await states.get<string>('embedding')) === encoder.model;
      const model = isSwitched ? null : await betterCovered();
      if (model) return begin(model);
      // Without a single vector there is nothing to switch to, and nothing to remember.
      if (isSwitched || old || (await vectors.progress(encoder.model)).done > 0) await settle();
    },

    /** How far a re-index is, and when it will end at the rate so far; null while none runs. */
    progress(): Promise<Reindex | null> {
      if (!seen || now() - seen.at > freshMs) seen = { at: now(), progress: measure() };
      return seen.progress;
    },
  };
};
export type AnsweringEncoder = ReturnType<typeof createAnsweringEncoder>;
