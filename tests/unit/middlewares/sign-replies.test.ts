import { signReplies } from '../../../src/plugins/reference-assets/server/src/middlewares/sign-replies';

const ref = (id: number) => ({
  ...{
    id,
    documentId: `file${id}`,
    name: 'a.jpg',
    url: `https://bucket/${id}`,
    mime: 'image/jpeg',
  },
  ...{ width: 1, height: 1, sizeBytes: 1 },
});

/** An installation whose upload provider keeps files private or does not, and what is asked of it. */
const installation = (isPrivate: boolean) => {
  const asked: number[][] = [];
  const files = {
    some: async (ids: number[]) => {
      asked.push(ids);
      return new Map(ids.filter((id) => id !== 9).map((id) => [id, { id }]));
    },
    signed: async ({ id }: { id: number }) => ({ url: `https://bucket/${id}?signature` }),
  };
  const strapi = { plugin: () => ({ provider: { isPrivate: () => isPrivate } }) };
  const reply = async (path: string, body: unknown) => {
    const ctx = { path, body };
    await signReplies(strapi as never, () => files as never)(ctx as never, async () => undefined);
    return ctx.body;
  };
  return { reply, asked };
};

const hits = () => ({
  data: [{ asset: { file: ref(1), thumbnail: ref(2), edges: null } }, { asset: { file: ref(9) } }],
  meta: { total: 2 },
});

describe('files in replies of an installation with a private bucket', () => {
  it('have addresses that it answers to, asked for once; one that is gone keeps its own', async () => {
    const { reply, asked } = installation(true);
    const { data } = (await reply('/api/reference-assets/search', hits())) as ReturnType<
      typeof hits
    >;
    const urls = data.flatMap(({ asset }) => [asset.file.url, asset.thumbnail?.url]);
    expect(urls).toEqual([
      'https://bucket/1?signature',
      'https://bucket/2?signature',
      'https://bucket/9',
      undefined,
    ]);
    expect(asked).toEqual([[1, 2, 9]]);
  });

  it('are left alone in other replies, in bytes, and where nothing is private', async () => {
    const closed = installation(true);
    const png = Buffer.from('png');
    expect(await closed.reply('/api/campaigns', hits())).toEqual(hits());
    expect(await closed.reply('/api/reference-assets/a/preprocess', png)).toBe(png);
    const open = installation(false);
    expect(await open.reply('/reference-assets/assets', hits())).toEqual(hits());
    expect([closed.asked, open.asked]).toEqual([[], []]);
  });
});
