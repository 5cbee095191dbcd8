import { createQueryVectors } from '../../../../src/plugins/reference-assets/server/src/library/search/query-vectors';
import type {
  Encoder,
  EncoderState,
} from '../../../../src/plugins/reference-assets/server/src/providers/ports';

const encoderIn = (state: EncoderState, encodeText: Encoder['encodeText']): Encoder => ({
  model: 'some-model',
  dimension: 1,
  status: () => ({ state, model: 'some-model', dimension: 1 }),
  start: () => Promise.resolve(),
  encodeText,
  encodeImage: () => Promise.reject(new Error('not asked')),
  close: () => Promise.resolve(),
});

describe('createQueryVectors', () => {
  it('encodes a text once, however it is written', async () => {
    const asked: string[] = [];
    const vectors = createQueryVectors(
      encoderIn('ready', async (text) => {
        asked.push(text);
        return Float32Array.of(1);
      }),
    );
    await vectors.of('Red shoe');
    expect(await vectors.of(' red shoe ')).toEqual({
      vector: Float32Array.of(1),
      model: 'some-model',
    });
    expect(asked).toEqual(['Red shoe']);
  });

  it('asks the model that answers now, not the one that did before', async () => {
    const answering = { ...encoderIn('ready', async () => Float32Array.of(1)) };
    const vectors = createQueryVectors(answering);
    await vectors.of('shoe');
    Object.assign(answering, { model: 'next', encodeText: async () => Float32Array.of(2, 0) });
    expect(await vectors.of('shoe')).toEqual({ vector: Float32Array.of(2, 0), model: 'next' });
  });

  it('waits for no model that is loading', async () => {
    const vectors = createQueryVectors(encoderIn('loading', () => new Promise(() => undefined)));
    expect(await vectors.of('shoe')).toBeNull();
  });

  it('gives up waiting for a busy one, and has the vector at the next search', async () => {
    let finish: (vector: Float32Array) => void = () => undefined;
    const vectors = createQueryVectors(
      encoderIn('ready', () => new Promise((resolve) => (finish = resolve))),
    );
    expect(await vectors.of('shoe')).toBeNull();
    finish(Float32Array.of(3));
    expect(await vectors.of('shoe')).toEqual({
      vector: Float32Array.of(3),
      model: 'some-model',
    });
  });

  it('asks again after a failure', async () => {
    let count = 0;
    const vectors = createQueryVectors(
      encoderIn('ready', async () => {
        count += 1;
        if (count === 1) throw new Error('gone');
        return Float32Array.of(2);
      }),
    );
    await expect(vectors.of('shoe')).rejects.toThrow('gone');
    expect(await vectors.of('shoe')).toEqual({
      vector: Float32Array.of(2),
      model: 'some-model',
    });
  });
});
