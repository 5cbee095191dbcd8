import { boundedBody } from '../../../../src/plugins/reference-assets/server/src/providers/transport/bounded-body';

describe('a body', () => {
  afterEach(() => jest.restoreAllMocks());

  /** Sends pieces of so many bytes, each so many seconds of the clock after the one before. */
  const come = async (seconds: number, bytes: number, count: number): Promise<void> => {
    const begun = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(begun);
    const body = boundedBody(
      2_000_000,
      () => new Error('too long'),
      () => new Error('too slow'),
    );
    body.on('error', () => undefined).resume();
    for (let piece = 1; piece <= count; piece += 1) {
      clock.mockReturnValue(begun + piece * seconds * 1000);
      await new Promise<void>((done, fail) => {
        body.write(Buffer.alloc(bytes), (error) => (error ? fail(error) : done()));
      });
    }
  };

  test('passes while it is neither too large nor too slow', async () => {
    await expect(come(5, 100_000, 20)).resolves.toBeUndefined();
  });
  test('is given up as soon as it is too large', async () => {
    await expect(come(0, 100_000, 21)).rejects.toThrow('too long');
  });
  test('is given up when it comes in drops', async () => {
    await expect(come(5, 1000, 20)).rejects.toThrow('too slow');
  });
  test('may begin slowly', async () => {
    await expect(come(5, 1000, 4)).resolves.toBeUndefined();
  });
});
