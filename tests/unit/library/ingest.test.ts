import { createIngest } from '../../../src/plugins/reference-assets/server/src/library/ingest';
import type { FileRow } from '../../../src/plugins/reference-assets/server/src/stores/media-files';

/** A media library in which a person removed the asset of file 7, which stayed. */
const library = () => {
  const unwanted = new Set([7]);
  const taken: number[] = [];
  const ingest = createIngest({
    assets: {
      ofFile: async () => null,
      ensureFor: async ({ id }: FileRow) => {
        taken.push(id);
        return { documentId: `asset${id}`, analysisStatus: 'pending' };
      },
    },
    fileChecks: { note: async () => undefined, ownerOf: async () => null },
    merges: { keepsFile: async () => false },
    unwantedFiles: {
      has: async (id: number) => unwanted.has(id),
      forget: async (id: number) => void unwanted.delete(id),
    },
    jobs: { ring: async () => undefined },
  } as never);
  return { ingest, taken, unwanted };
};

const file = (id: number) =>
  ({ id, name: 'a.jpg', ext: '.jpg', mime: 'image/jpeg', provider_metadata: null }) as FileRow;

describe('a file whose asset a person removed', () => {
  it('gets none again when it is changed or found, unlike others', async () => {
    const { ingest, taken } = library();
    await ingest.changed(file(7));
    await ingest.arrived(file(7), null);
    await ingest.arrived(file(8), null);
    expect(taken).toEqual([8]);
  });

  it('gets one when somebody asks for it by name, and is like others from then on', async () => {
    const { ingest, taken, unwanted } = library();
    await ingest.arrived(file(7), null, true);
    expect([taken, unwanted.size]).toEqual([[7], 0]);
  });
});
