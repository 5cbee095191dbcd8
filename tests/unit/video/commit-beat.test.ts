import type { BeatRow } from '../../../src/plugins/reference-assets/server/src/stores/video-rows';
import { commitBeat } from '../../../src/plugins/reference-assets/server/src/video/step';

const drawn = {
  ...{ id: 1, documentId: 'b', video: 'v', order: 0, take: 0, frames: 150, state: 'rendering' },
  ...{ name: 'Opening', action: 'steam rises', prompt: 'tea', shotType: 'medium', mood: 'calm' },
  ...{ cameraMovement: 'static', copy: null, still: null },
  references: { product: { assetId: 'cup', score: 1, reasons: [], alternatives: [] } },
} as unknown as BeatRow;

/** Commits what was drawn from {@link drawn} while its row is by now as `now` says. */
const commit = async (now: Partial<Record<keyof BeatRow, unknown>>) => {
  const update = jest.fn(async () => undefined);
  let isLocked = false;
  const videos = { lock: async () => (isLocked = true) };
  const beats = { find: async () => ({ ...drawn, ...(isLocked && now) }), update };
  await commitBeat({ videos, beats } as never, drawn, { state: 'still_ready' });
  return update;
};

describe('what was drawn of a beat', () => {
  it.each([
    ['words', { action: 'milk is poured' }],
    ['prompt', { prompt: 'coffee' }],
    ['mood', { mood: 'energetic' }],
    ['camera', { cameraMovement: 'pan' }],
    ['length', { frames: 90 }],
    ['words on the picture', { copy: { headline: 'New' } }],
    ['take', { take: 1 }],
    ['assets', { references: {} }],
  ])('is not put there once its %s changed', async (_, now) => {
    await expect(commit(now)).rejects.toMatchObject({ code: 'superseded' });
  });

  it('is put there while only where it stands changed', async () => {
    const update = await commit({ state: 'planned', notes: ['No person.'], error: null });
    expect(update).toHaveBeenCalledWith(1, { state: 'still_ready', error: null });
  });
});
