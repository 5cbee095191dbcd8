import { logosOf } from '../../../src/plugins/reference-assets/server/src/video/master-parts';

const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.1, opacity: 1 };
const beat = (name: string, logo: object | null) => ({
  ...{ name, startFrame: 30, frames: 60, layout: { productBox: null, logo } },
});
const needs = (file: object | null) =>
  ({
    assets: { find: async () => (file ? { documentId: 'logo', file } : null) },
    files: { localPath: () => __filename },
  }) as never;

describe('the logos of a master', () => {
  it('stand where the storyboard shows them, in frames of the master', async () => {
    const rows = [
      beat('Opening', null),
      beat('End', { ...box, assetId: 'logo', fromFrame: 10, toFrame: 90 }),
    ];
    expect(await logosOf(needs({ id: 1 }), rows as never, '/nowhere')).toEqual([
      { ...box, fromFrame: 40, toFrame: 90, logo: __filename },
    ]);
  });

  it('are never left out in silence when one is gone', async () => {
    const rows = [beat('End', { ...box, assetId: 'logo' })];
    await expect(logosOf(needs(null), rows as never, '/nowhere')).rejects.toMatchObject({
      code: 'asset-gone',
    });
  });
});
