import { createPlanBrief } from '../../../../src/plugins/reference-assets/server/src/video/paid/plan-brief';

const video = {
  ...{ documentId: 'v', owner: null, prompt: 'A film for tea', aspectRatio: '16:9' },
  ...{ durationSeconds: 5, qualityTier: 'standard', referenceAssetIds: [] },
};
const found = { product: 'tea', people: [] };
const inquiry = (name: string, usd: number) => ({
  ...{ name, provider: 'openai', model: 'gpt-x', promptVersion: `${name}-1` },
  quoteUsd: () => usd,
});

/** A planner and a reader that answer at once; `stageThen` is the video's once its brief was read. */
const house = (stageThen = 'planning') => {
  const asked: { key: string; request: object }[] = [];
  const needs = {
    assets: { some: async () => [] },
    videos: { find: async () => ({ ...video, stage: stageThen }) },
    moderator: null,
    tone: async () => 'Calm and plain',
    planner: inquiry('plan', 0.02),
    entities: inquiry('entities', 0.001),
    questions: {
      ask: async (question: { key: string; request: object }) => {
        asked.push(question);
        return question.key.startsWith('entities/') ? found : { title: 'Tea' };
      },
    },
  };
  return { ...createPlanBrief(needs as never), asked }; // plain objects stand in for the vendors
};
const never = new AbortController().signal;

describe('a brief that a language model plans', () => {
  it('is read first, and planned with what it was found to speak of', async () => {
    const { plan, asked } = house();
    expect(await plan(video as never, never)).toEqual({ title: 'Tea' });
    expect(asked.map(({ key }) => key.split('/').slice(0, 2))).toEqual([
      ['entities', 'v'],
      ['plan', 'v'],
    ]);
    expect(asked[1]!.request).toMatchObject({
      ...{ prompt: 'A film for tea', entities: found, tone: 'Calm and plain' },
    });
  });

  it('is not planned, nor paid for, when it was given up while it was read', async () => {
    const { plan, asked } = house('canceled');
    await expect(plan(video as never, never)).rejects.toMatchObject({ code: 'superseded' });
    expect(asked).toHaveLength(1);
  });

  it('is quoted with both questions', () => {
    const quoted = house().units(video as never);
    expect(quoted.map(({ step, quotedUsd }) => [step, quotedUsd])).toEqual([
      ['plan', 0.001],
      ['plan', 0.02],
    ]);
    expect(house().units({ ...video, qualityTier: 'animatic' } as never)).toMatchObject([
      { model: { provider: 'local' } },
    ]);
  });
});
