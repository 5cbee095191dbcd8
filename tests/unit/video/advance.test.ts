import type { Job } from '../../../src/plugins/reference-assets/shared/contracts/jobs';
import { createAdvance } from '../../../src/plugins/reference-assets/server/src/video/advance';

/** A video with its beats, what vendors have under way for it, and the bells that were rung. */
const house = (stage: string, states: string[], underWay: object[] = []) => {
  const rung: string[] = [];
  let held = 0;
  const rows = states.map((state, order) => ({ documentId: `b${order}`, order, name: 'x', state }));
  const video = { id: 1, documentId: 'v', stage, stopAfter: 'video', qualityTier: 'standard' };
  const moved: string[] = [];
  const needs = {
    videos: {
      find: async () => ({ ...video, music: null }),
      lock: async () => true,
      move: async (_id: number, _from: string[], to: string) => moved.push(to) > 0,
    },
    beats: { of: async () => rows, states: async () => rows },
    vendorJobs: { liveOf: async () => underWay },
    transaction: <T>(work: () => Promise<T>) => {
      held += 1;
      return work();
    },
    jobs: {
      ring: async (job: Job) =>
        void rung.push('beatId' in job ? `${job.kind} ${job.beatId}` : job.kind),
    },
    purse: { release: async () => undefined },
  };
  const advance = createAdvance(needs as never); // plain rows stand in for the stores
  return { advance: () => advance('v'), rung, moved, held: () => held };
};

const at = (step: string, beat: string | null, wanted = true) => ({ step, beat, wanted });

describe('what a video is owed', () => {
  it('is rung for, apart from what a vendor has under way already', async () => {
    const under = [at('clip', 'b1'), at('clip', 'b2', false), at('music', null)];
    const video = house('animating', ['ready', 'animating', 'animating', 'done'], under);
    await video.advance();
    // The second is at its vendor; the order of the third is being ended.
    expect(video.rung).toEqual(['beat.animate b0', 'beat.animate b2']);
    expect(video.held()).toBe(0);
  });

  it('is rung for where a beat was changed while an older order of it is under way', async () => {
    const video = house(
      'storyboarding',
      ['planned', 'rendering'],
      [at('still', 'b0'), at('still', 'b1')],
    );
    await video.advance();
    expect(video.rung).toEqual(['beat.storyboard b0']);
  });

  it('has its music ordered beside the clips, once', async () => {
    const video = house('animating', ['animating'], [at('clip', 'b0')]);
    await video.advance();
    expect(video.rung).toEqual(['video.music']);
  });

  it('moves on when nothing is owed, with the video held', async () => {
    const video = house('animating', ['done', 'done']);
    await video.advance();
    expect([video.moved, video.rung, video.held()]).toEqual([['assembling'], [], 1]);
  });
});
