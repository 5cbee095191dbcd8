import type { ReviewComment } from '../../../src/plugins/reference-assets/shared/contracts/reviews';
import { createTellMentioned } from '../../../src/plugins/reference-assets/server/src/video/tell-mentioned';

const video = { documentId: 'video1', prompt: 'A calm film\nfor a tea house at dawn' };
const said = (ids: number[]) =>
  ({
    author: 'Ada',
    text: 'Is the logo right?',
    mentions: ids.map((id) => ({ id, name: `Person ${id}` })),
  }) as ReviewComment;

const setUp = (mail: Parameters<typeof createTellMentioned>[0]['mail'], isWanted = true) => {
  const addressesOf = jest.fn((ids: readonly number[]) =>
    Promise.resolve(ids.map((id) => ({ email: `p${id}@example.com` }))),
  );
  const warn = jest.fn();
  const tell = createTellMentioned({
    mentions: { addressesOf } as never, // a store of which only this is asked
    mail,
    isWanted: () => Promise.resolve(isWanted),
    addressOf: (id) => `https://cms.example.com/admin/videos/${id}`,
    log: { warn },
  });
  return { tell, addressesOf, warn };
};

describe('mail to people who are mentioned', () => {
  it('says who asks, what, and where to look', async () => {
    const mail = jest.fn(() => Promise.resolve());
    await setUp(mail).tell(video, said([3, 5]));
    expect(mail.mock.calls).toEqual(
      ['p3@example.com', 'p5@example.com'].map((to) => [
        {
          to,
          subject: 'Ada asks you to look: A calm film for a tea house at dawn',
          text: 'Is the logo right?\n\nhttps://cms.example.com/admin/videos/video1',
        },
      ]),
    );
  });

  it('is not written where nobody is mentioned, and nobody is looked up where none is sent', async () => {
    const mail = jest.fn(() => Promise.resolve());
    await setUp(mail).tell(video, said([]));
    expect(mail).not.toHaveBeenCalled();
    const { tell, addressesOf } = setUp(null);
    await tell(video, said([3]));
    expect(addressesOf).not.toHaveBeenCalled();
  });

  it('is not written where the settings want none', async () => {
    const mail = jest.fn(() => Promise.resolve());
    const { tell, addressesOf } = setUp(mail, false);
    await tell(video, said([3]));
    expect(mail).not.toHaveBeenCalled();
    expect(addressesOf).not.toHaveBeenCalled();
  });

  it('that cannot be sent keeps nobody else from theirs', async () => {
    const mail = jest
      .fn<Promise<void>, [{ to: string }]>()
      .mockRejectedValueOnce(new Error('no route to the mail server'))
      .mockResolvedValue(undefined);
    const { tell, warn } = setUp(mail);
    await tell(video, said([3, 5]));
    expect(mail.mock.calls.map(([{ to }]) => to)).toEqual(['p3@example.com', 'p5@example.com']);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('never rejects: who said it has gone on already', async () => {
    const { tell, addressesOf, warn } = setUp(jest.fn());
    addressesOf.mockRejectedValueOnce(new Error('the database is gone'));
    await tell(video, said([3]));
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
