import {
  draftOf,
  editOf,
  framesOf,
  merged,
  moved,
  retimed,
  split,
  type PlanDraft,
} from '../../src/plugins/reference-assets/admin/src/pages/videos/plan/plan-draft';
import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import { planEdit } from '../../src/plugins/reference-assets/shared/contracts/video-edits';

const beat = (order: number, durationSeconds: number) =>
  ({ documentId: `beat${order}aaaaaaaaaa`, order, durationSeconds, name: `Beat ${order}`, action: `Something ${order}`, prompt: 'p', shotType: 'wide', mood: 'calm', cameraMovement: 'static', copy: null }) as unknown as Beat; // prettier-ignore
const plan: PlanDraft = draftOf([beat(1, 5), beat(0, 4), beat(2, 6)]);
const lengths = (draft: PlanDraft) => draft.map(({ frames }) => frames);
const names = (draft: PlanDraft) => draft.map(({ name }) => name);

describe('a plan while it is edited', () => {
  it('begins in the order of the beats', () => expect(lengths(plan)).toEqual([120, 150, 180]));

  it('moves a beat and closes up', () => {
    expect(names(moved(plan, 0, 2))).toEqual(['Beat 1', 'Beat 2', 'Beat 0']);
    expect(names(moved(plan, 2, -5))).toEqual(['Beat 2', 'Beat 0', 'Beat 1']);
  });

  it.each([
    [0, 200, [200, 70, 180]],
    [2, 30, [120, 300, 30]],
    [0, 10_000, [240, 30, 180]],
    [1, 0, [120, 30, 300]],
  ])('gives beat %i %i frames, and a neighbour makes up for it', (index, frames, expected) => {
    const next = retimed(plan, index, frames);
    expect(lengths(next)).toEqual(expected);
    expect(framesOf(next)).toBe(450);
  });

  it('cuts a beat in two and makes one of two, as long as before', () => {
    const two = split(plan, 1, 'new');
    expect(lengths(two)).toEqual([120, 75, 75, 180]);
    expect(two[2]).toMatchObject({ beatId: null, from: 'beat1aaaaaaaaaa', key: 'new' });
    const one = merged(two, 0);
    expect(lengths(one)).toEqual([195, 75, 180]);
    expect(one[0].action).toBe('Something 0. Something 1');
    expect(split(draftOf([beat(0, 1)]), 0, 'x')).toHaveLength(1);
  });

  it('is taken by the server as it stands', () => {
    const edit = editOf(split(plan, 1, 'new'), '2026-01-02T03:04:05.678Z');
    expect(planEdit.parse(edit).beats[2]).toMatchObject({ from: 'beat1aaaaaaaaaa' });
    expect(edit.beats.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0)).toBe(15);
  });
});
