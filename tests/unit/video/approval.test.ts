import {
  approvalDigest,
  demandApproved,
  isApproved,
} from '../../../src/plugins/reference-assets/server/src/video/approval';
import { changedContent } from '../../../src/plugins/reference-assets/server/src/video/changed-content';
import { mayFollow } from '../../../src/plugins/reference-assets/server/src/video/stages';
import type {
  BeatRow,
  VideoRow,
} from '../../../src/plugins/reference-assets/server/src/stores/video-rows';

const beat = (more: Partial<BeatRow> = {}) =>
  ({ documentId: 'b1', startFrame: 0, frames: 90, prompt: 'a', take: 0, clipHash: 'c', references: { product: null }, ...more }) as BeatRow; // prettier-ignore
const video = (more: Partial<VideoRow> = {}) =>
  ({ prompt: 'a lamp', durationSeconds: 6, aspectRatio: '16:9', qualityTier: 'animatic', stage: 'approved', referenceAssetIds: null, spec: { title: 'x', moods: ['calm'] }, customReferenceMapping: null, inputHash: 'h', video: { id: 4, hash: 'm' }, poster: { id: 5, hash: 'p' }, approval: null, ...more }) as unknown as VideoRow; // prettier-ignore
const approved = (row: VideoRow, beats: BeatRow[]) =>
  ({ ...row, approval: { version: 1, digest: approvalDigest(row, beats), by: 'x', at: '' } }) as VideoRow; // prettier-ignore

describe('an approval', () => {
  const beats = [beat()];
  const row = approved(video(), beats);

  it('holds for what was approved, as the database gives it back', () => {
    const again = { ...row, durationSeconds: '6.00' as never, spec: { moods: ['calm'], title: 'x' } as never };
    expect(isApproved(again, [beat()])).toBe(true);
    expect(() => demandApproved(again, [beat()])).not.toThrow();
  }); // prettier-ignore

  it.each<[string, Partial<VideoRow>, Partial<BeatRow>]>([
    ['the brief', { prompt: 'a lamp at dawn' }, {}],
    ['the length', { durationSeconds: 7 }, {}],
    ['the plan', { spec: null }, {}],
    ['the master', { video: { id: 4, hash: 'other' } as never }, {}],
    ['a choice by hand', { customReferenceMapping: { 0: ['a'] } }, {}],
    ['the stage', { stage: 'in_review' }, {}],
    ['the take of a beat', {}, { take: 1 }],
    ['the length of a beat', {}, { frames: 60 }],
    ['an asset of a beat', {}, { references: {} }],
    ['the approval itself', { approval: null }, {}],
  ])('ends with a change of %s', (_what, ofVideo, ofBeat) => {
    const changed = { ...row, ...ofVideo };
    expect(isApproved(changed, [beat(ofBeat)])).toBe(false);
    expect(() => demandApproved(changed, [beat(ofBeat)])).toThrow(/approved/);
  });

  it('ends with a beat more or less', () => {
    expect(isApproved(row, [])).toBe(false);
    expect(isApproved(row, [beat(), beat({ documentId: 'b2' })])).toBe(false);
  });
});

describe('a form that is saved', () => {
  it('changes nothing when it says what stands there already', () => {
    const same = { prompt: 'a lamp', durationSeconds: 6, spec: { moods: ['calm'], title: 'x' }, video: { id: 4 }, poster: 5, referenceAssets: { connect: [], disconnect: [] }, stage: 'approved' }; // prettier-ignore
    expect(changedContent(video(), same)).toEqual([]);
  });

  it.each([
    ['prompt', { prompt: 'b' }],
    ['durationSeconds', { durationSeconds: 9 }],
    ['spec', { spec: null }],
    ['video', { video: null }],
    ['poster', { poster: 9 }],
    ['referenceAssets', { referenceAssets: { connect: [{ id: 1 }] } }],
    ['referenceAssets', { referenceAssets: [] }],
  ])('changes %s', (name, data) => {
    expect(changedContent(video(), data)).toEqual([name]);
  });
});

describe('the stages of a review', () => {
  it('let each decision be taken back, and nothing else return by itself', () => {
    expect(mayFollow('approved', 'in_review')).toBe(true);
    expect(mayFollow('rejected', 'in_review')).toBe(true);
    expect(mayFollow('changes_requested', 'in_review')).toBe(true);
    expect(mayFollow('storyboarding', 'in_review')).toBe(false);
    expect(mayFollow('rejected', 'approved')).toBe(false);
    expect(mayFollow('animating', 'approved')).toBe(false);
  });
});
