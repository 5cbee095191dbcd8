import type { Encoder } from '../../providers/ports';

const mostRemembered = 2000;
/** How long a search waits for a text that is not remembered; a picture may be under way on the model's thread. */
const patienceMs = 400;

const timeout = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());

/** A vector of a text, and the model whose vectors it may be compared with. */
export interface QueryVector {
  vector: Float32Array;
  model: string;
}

/**
 * Vectors of texts, the last ones remembered. A search never waits for a model to load, nor long for a busy one: then
 * it answers null, words answer alone, and the next search finds the vector.
 */
export const createQueryVectors = (encoder: Encoder) => {
  const remembered = new Map<string, Promise<QueryVector>>();

  const encode = (text: string): Promise<QueryVector> => {
    // Which model answers may change while this one is waited for.
    const { model } = encoder;
    const key = `${model}/${text.trim().toLowerCase()}`;
    const known = remembered.get(key);
    if (known) {
      remembered.delete(key);
      remembered.set(key, known);
      return known;
    }
    const vector = encoder.encodeText(text).then((numbers) => ({ vector: numbers, model }));
    if (remembered.size >= mostRemembered)
      remembered.delete(remembered.keys().next().value as string);
    remembered.set(key, vector);
    vector.catch(() => remembered.delete(key));
    return vector;
  };

  return {
    /** The vector of a text, or null where there is no model now or it is busy. Throws what a ready model fails with. */
    async of(text: string): Promise<QueryVector | null> {
      if (encoder.status().state !== 'ready' || text.trim() === '') return null;
      return Promise.race([encode(text), timeout(patienceMs)]);
    },
  };
};
export type QueryVectors = ReturnType<typeof createQueryVectors>;
