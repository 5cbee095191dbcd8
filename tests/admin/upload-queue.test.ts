import { UploadError } from '../../src/plugins/reference-assets/admin/src/api/upload-error';
import {
  asUploadError,
  enqueue,
  maxAtOnce,
  nextUp,
  patch,
} from '../../src/plugins/reference-assets/admin/src/pages/library/upload-queue';

const files = (count: number) =>
  Array.from({ length: count }, (_, index) => new File(['x'], `${index}.png`));

describe('the upload queue', () => {
  it('starts the first files and no more than may be sent at once', () => {
    const queue = enqueue([], files(5), 1);
    expect(nextUp(queue).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(nextUp(queue)).toHaveLength(maxAtOnce);
  });

  it('lets the next file go when one has ended, whether well or badly', () => {
    let queue = enqueue([], files(5), 1);
    for (const id of [1, 2, 3]) queue = patch(queue, id, { state: 'sending' });
    expect(nextUp(queue)).toEqual([]);
    queue = patch(queue, 2, { state: 'failed', error: new UploadError('unreachable') });
    expect(nextUp(queue).map(({ id }) => id)).toEqual([4]);
    queue = patch(queue, 1, { state: 'done', share: 1 });
    expect(nextUp(queue).map(({ id }) => id)).toEqual([4, 5]);
  });

  it('keeps what is under way when more files are added', () => {
    const queue = patch(enqueue([], files(1), 1), 1, { state: 'sending', share: 0.5 });
    const longer = enqueue(queue, files(2), 2);
    expect(longer.map(({ id, state, share }) => [id, state, share])).toEqual([
      [1, 'sending', 0.5],
      [2, 'waiting', 0],
      [3, 'waiting', 0],
    ]);
  });

  it('tells a refusal in the words of the server, and anything else as unreachable', () => {
    const refusal = new UploadError('refused', 'not a picture');
    expect(asUploadError(refusal)).toBe(refusal);
    expect(asUploadError(new TypeError('broken pipe'))).toMatchObject({
      code: 'unreachable',
      message: 'broken pipe',
    });
  });
});
