import { createControl } from '../../../src/plugins/reference-assets/server/src/video/control';
import {
  demandQuality,
  reportOf,
} from '../../../src/plugins/reference-assets/server/src/video/judge-master';
import type {
  BeatRow,
  VideoRow,
} from '../../../src/plugins/reference-assets/server/src/stores/video-rows';

const viewer = { kind: 'token', name: 'test' } as const;

/** Rows in memory with the methods that the use cases call. */
const house = (stage: string, states: string[]) => {
  const video = { id: 1, documentId: 'video', stage } as unknown as VideoRow &
    Record<string, unknown>;
  const rows = states.map(
    (state, order) =>
      ({
        id: order,
        documentId: `beat${order}`,
        order,
        name: `n${order}`,
        state,
        take: 0,
        error: null,
      }) as unknown as BeatRow,
  );
  const moves: string[] = [];
  const needs = {
    videos: {
      find: async () => video,
      lock: async () => true,
      update: async (_id: number, data: object) => void Object.assign(video, data),
      move: async (_id: number, from: string[], to: string, data: object = {}) => {
        if (!from.includes(video.stage)) return false;
        moves.push(to);
        Object.assign(video, data, { stage: to });
        return true;
      },
    },
    beats: {
      of: async () => rows,
      update: async (id: number, data: object) => void Object.assign(rows[id]!, data),
    },
    transaction: (work: () => Promise<unknown>) => work(),
    browse: { changeable: async () => video, get: async () => video },
  };
  return { video, rows, moves, needs: needs as any };
};

describe('the quality gate', () => {
  const checks = [
    { name: 'size', expected: '1', actual: '1', passed: true },
    { name: 'black frames', expected: '0', actual: '7', passed: false, shot: 2 },
  ];

  it('marks the beat at fault, keeps the report, and says why', async () => {
    const { video, rows, needs } = house('assembling', ['done', 'done']);
    // The first beat has two clips, so the third shot is the second beat's.
    const report = reportOf({ passed: false, checks }, [rows[0]!, rows[0]!, rows[1]!]);
    expect(report.checks[1]).toMatchObject({ beatId: 'beat1' });
    expect(report.checks[1]).not.toHaveProperty('shot');
    await expect(demandQuality(needs, video, rows, report)).rejects.toMatchObject({
      code: 'quality',
      message: expect.stringContaining('in beat 2 (n1): black frames: expected 0, got 7'),
    });
    expect(rows[1]).toMatchObject({ state: 'failed', error: { code: 'quality' } });
    expect(rows[0]).toMatchObject({ state: 'done' });
    expect(video.qualityReport).toBe(report);
  });

  it('lets a good master pass and touches nothing', async () => {
    const { video, rows, needs } = house('assembling', ['done']);
    await demandQuality(needs, video, rows, { passed: true, checks: [checks[0]!] });
    expect(rows[0]).toMatchObject({ state: 'done' });
    expect(video).not.toHaveProperty('qualityReport');
  });

  it('makes just that clip again when it is retried, from the still it has', async () => {
    const { rows, moves, needs } = house('failed', ['done', 'failed', 'done']);
    rows[1]!.error = { code: 'quality', message: 'black' };
    const said: object[] = [];
    const secured: object[] = [];
    const dismissed: string[] = [];
    await createControl({
      ...needs,
      activity: { add: async (entry: object) => void said.push(entry) },
      requote: { secure: async (video: object) => void secured.push(video) },
      calls: { dismiss: async (id: string) => void dismissed.push(id) },
    } as never).retry('video', viewer);
    expect(said).toMatchObject([{ action: 'retried', video: 'video' }]);
    expect([secured.length, dismissed]).toEqual([1, ['video']]);
    expect(moves).toEqual(['animating']);
    expect(rows.map(({ state }) => state)).toEqual(['done', 'ready', 'done']);
    expect(rows[1]).toMatchObject({ clipTake: 1, take: 0, error: null });
    expect(rows[0]).not.toHaveProperty('clipTake');
  });
});
