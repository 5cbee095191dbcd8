import { createAroundMerges } from '../../../src/plugins/reference-assets/server/src/video/around-merges';
import { approvalDigest } from '../../../src/plugins/reference-assets/server/src/video/approval';

type Video = {
  documentId: string;
  stage: string;
  approval: { digest: string } | null;
  referenceAssetIds: string[];
};

const videoOf = (stage: string, referenceAssetIds: string[]): Video => ({
  documentId: 'video',
  stage,
  approval: null,
  referenceAssetIds,
});
const digestOf = (video: Video) => approvalDigest(video as never, []);

/** One video, approved as it stands, and what is written about it. */
const around = (video: Video) => {
  const renewed: [string, string][] = [];
  const merges = createAroundMerges({
    videos: {
      find: async () => ({ ...video }),
      renewApproval: async (_id: string, from: string, to: string) => void renewed.push([from, to]),
    },
    beats: { of: async () => [] },
  } as never);
  return { merges, renewed };
};

describe('createAroundMerges', () => {
  it('has an approval that held before hold after one asset took another’s place', async () => {
    const video = videoOf('approved', ['spare']);
    const before = digestOf(video);
    video.approval = { digest: before };
    const { merges, renewed } = around(video);
    const result = await merges.keepApprovals(['video'], async () => {
      video.referenceAssetIds = ['kept'];
      return 'done';
    });
    expect(result).toBe('done');
    expect(renewed).toEqual([[before, digestOf(video)]]);
    expect(renewed[0][0]).not.toBe(renewed[0][1]);
  });

  it('writes nothing about a video without an approval, nor where nothing changed', async () => {
    for (const approval of [null, { digest: 'any' }]) {
      const { merges, renewed } = around({ ...videoOf('in_review', ['a']), approval });
      await merges.keepApprovals(['video'], async () => undefined);
      expect(renewed).toEqual([]);
    }
  });

  it('waits for videos that are being made, and for no others', async () => {
    for (const stage of ['planning', 'storyboarding', 'animating', 'assembling', 'queued'])
      await expect(around(videoOf(stage, [])).merges.demandAtRest(['video'])).rejects.toMatchObject(
        {
          status: 409,
          details: { video: 'video', status: stage },
        },
      );
    for (const stage of ['awaiting_storyboard', 'in_review', 'approved', 'failed', 'canceled'])
      await around(videoOf(stage, [])).merges.demandAtRest(['video']);
  });
});
