import { createEdit } from '../../../src/plugins/reference-assets/server/src/library/edit';
import type { BeatRow } from '../../../src/plugins/reference-assets/server/src/stores/video-rows';
import { createChangeBeat } from '../../../src/plugins/reference-assets/server/src/video/change-beat';
import { createEditPlan } from '../../../src/plugins/reference-assets/server/src/video/edit-plan';
import { createMapping } from '../../../src/plugins/reference-assets/server/src/video/mapping';

const viewer = { kind: 'admin', name: 'Anna' } as const;
const asset = (documentId: string) => ({
  ...{ documentId, name: documentId, assetType: 'product', rightsStatus: { usable: true } },
});

/**
 * One video of one beat, as plain rows. `meanwhile` is what somebody else commits just before the row's lock is ours;
 * a transaction that fails puts everything back.
 */
const house = (meanwhile: (rows: ReturnType<typeof newRows>) => void = () => undefined) => {
  const rows = newRows();
  const restore = (before: object) => Object.assign(rows, before);
  let open = false;
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => {
    if (open) return work();
    const before = structuredClone(rows);
    open = true;
    try {
      return await work();
    } catch (error) {
      restore(before);
      throw error;
    } finally {
      open = false;
    }
  };
  let isFirst = true;
  const locked = async () => {
    if (isFirst) meanwhile(rows);
    isFirst = false;
    return true;
  };
  const needs = {
    transaction,
    videos: {
      lock: locked,
      update: async (_: number, data: object) => void Object.assign(rows.video, data),
    },
    beats: {
      of: async () => [structuredClone(rows.beat)],
      update: async (_: number, data: object) => void Object.assign(rows.beat, data),
    },
    assets: {
      find: async (id: string) => asset(id),
      some: async (ids: string[]) => ids.map(asset),
      hold: locked,
      update: async (_: number, data: object) => void Object.assign(rows.asset, data),
    },
    words: { put: async () => undefined },
    activity: { add: async () => void (rows.told += 1) },
    browse: {
      changeable: async (id: string) => structuredClone(id === 'a' ? rows.asset : rows.video),
      beat: async () => structuredClone(rows.beat),
      get: async () => structuredClone(rows.video),
      row: async () => structuredClone(rows.asset),
    },
    control: { redo: async () => undefined as void },
  };
  return { rows, needs };
};

const newRows = () => ({
  told: 0,
  asset: { id: 1, documentId: 'a', name: 'Cup', humanFields: [] as string[] },
  video: {
    id: 1,
    documentId: 'v',
    stage: 'storyboarding',
    spec: null as { beats: unknown[] } | null,
    customReferenceMapping: { 'not:1': ['mug'] } as Record<string, string[]>,
  },
  beat: {
    id: 1,
    documentId: 'b',
    video: 'v',
    order: 0,
    name: 'Opening',
    references: {},
  } as BeatRow,
});

describe('two people at once', () => {
  it('both keep what they decide about two beats of a video', async () => {
    const { rows, needs } = house(({ video }) => {
      video.customReferenceMapping = { ...video.customReferenceMapping, 'not:2': ['hat'] };
    });
    const change = { do: 'exclude', assetId: 'cup' } as const;
    await createChangeBeat(needs as never).apply('v', 'b', { change }, viewer);
    expect(rows.video.customReferenceMapping).toEqual({
      ...{ 'not:0': ['cup'], 'not:1': ['mug'], 'not:2': ['hat'] },
    });
  });

  it('both keep the assets they choose by hand', async () => {
    const { rows, needs } = house(({ video }) => {
      video.customReferenceMapping = { ...video.customReferenceMapping, '2': ['hat'] };
    });
    const request = { beatId: 'b', assetIds: ['cup'] };
    await createMapping(needs as never).set('v', request as never, viewer);
    expect(rows.video.customReferenceMapping).toEqual({
      ...{ '0': ['cup'], '2': ['hat'], 'not:1': ['mug'] },
    });
  });

  it('do not change a beat of a video that went on to its clips in between', async () => {
    const goesOn = () => house(({ video }) => void (video.stage = 'animating'));
    const exclude = { change: { do: 'exclude', assetId: 'cup' } } as const;
    const words = { action: 'steam' };
    await expect(
      createChangeBeat(goesOn().needs as never).apply('v', 'b', exclude, viewer),
    ).rejects.toThrow(/being made/);
    await expect(
      createEditPlan(goesOn().needs as never).beat('v', 'b', words, viewer),
    ).rejects.toThrow(/being made/);
  });

  it('are both remembered as having said what they said of an asset', async () => {
    const { rows, needs } = house((now) => void (now.asset.humanFields = ['altText']));
    await createEdit(needs as never).change('a', { name: 'Mug' } as never, viewer);
    expect(rows.asset).toMatchObject({ name: 'Mug', humanFields: ['altText', 'name'] });
  });
});

it('assets chosen by hand that are not paid for change nothing', async () => {
  const { rows, needs } = house();
  const before = structuredClone(rows);
  needs.control.redo = () => Promise.reject(new Error('402'));
  const request = { beatId: 'b', assetIds: ['cup'] };
  await expect(createMapping(needs as never).set('v', request as never, viewer)).rejects.toThrow(
    '402',
  );
  expect(rows).toEqual(before);
});
