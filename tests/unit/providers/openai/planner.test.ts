import { videoSpec } from '../../../../src/plugins/reference-assets/shared/contracts/spec';
import { createOpenAi } from '../../../../src/plugins/reference-assets/server/src/providers/openai';
import type { PlanQuestion } from '../../../../src/plugins/reference-assets/server/src/providers/language-ports';
import { OpenAiServer } from '../../../vendors/openai';
import { planAnswer } from '../../../vendors/openai-answers';

const choice = { model: 'gpt-6-luna', effort: 'medium', maxOutputTokens: 16_000 } as const;
const question: PlanQuestion = {
  prompt: 'Energetic ad for our trail shoe, rooftop at dusk',
  durationSeconds: 15,
  aspectRatio: '16:9',
  chosen: [],
};

describe('briefs on the wire of OpenAI', () => {
  let server: OpenAiServer;
  const openAi = () =>
    createOpenAi({
      apiKey: server.apiKey,
      baseUrl: server.baseUrl,
      timeoutMs: 5000,
      analysis: choice,
      planning: choice,
      moderationModel: 'omni-moderation-latest',
      rates: {},
    });
  const plan = async (asked: PlanQuestion = question) => {
    const { planner } = openAi();
    return planner.read(await planner.ask(asked), asked);
  };

  beforeAll(async () => {
    server = await OpenAiServer.start();
  });
  beforeEach(() => server.reset());
  afterAll(() => server.stop());

  it.each([5, 7.5, 15, 60])(
    'plans %s s whose beats add up to the frame',
    async (durationSeconds) => {
      const spec = await plan({ ...question, durationSeconds });
      expect(videoSpec.parse(spec)).toEqual(spec);
      expect(spec.planner).toBe('openai');
      expect(spec.beats.reduce((sum, { frames }) => sum + frames, 0)).toBe(durationSeconds * 30);
      expect(spec.beats[2]!.frames).toBeGreaterThan(spec.beats[0]!.frames);
    },
  );

  it('tells how the brand speaks, where that is known', async () => {
    await plan();
    await plan({ ...question, tone: 'Calm, plain, never loud' });
    const [without, told] = server.seen.map(({ body }) => JSON.stringify(body.input));
    expect(without).not.toContain('How the brand speaks:');
    expect(told).toContain('How the brand speaks:\\nCalm, plain, never loud\\nBrief:');
  });

  it('asks for no more beats than the length holds, and takes no more', async () => {
    const short = { ...question, durationSeconds: 5 };
    const beats = Array.from({ length: 6 }, () => planAnswer.beats[0]);
    server.next({ kind: 'answer', change: { beats } });
    await expect(plan(short)).rejects.toMatchObject({ code: 'bad-reply' });
    expect(server.seen[0]!.body.text.format.schema.properties.beats.maxItems).toBe(5);
  });

  it('has every chosen asset asked for, also where the model forgot it', async () => {
    const chosen = [
      { name: 'Peak 3 Red', role: 'product', description: 'Our red trail shoe' },
      { name: 'Wordmark', role: 'logo', description: null },
    ] as const;
    const spec = await plan({ ...question, chosen });
    expect(spec.beats.map(({ roles }) => roles.product.words[0])).toEqual([
      'Peak 3 Red',
      'Peak 3 Red',
      'Peak 3 Red',
    ]);
    expect(spec.beats.map(({ roles }) => roles.logo.wanted)).toEqual([false, false, true]);
    expect(spec.beats[2]!.roles.logo.words).toEqual(['Wordmark']);
    const asked = server.seen[0]!.body.input[0].content[0].text;
    expect(asked).toContain('- product: Peak 3 Red (Our red trail shoe)');
  });

  it('has what the brief speaks of looked for, also where the model forgot it', async () => {
    const entities = {
      ...{ product: 'trail shoe', brand: 'Peak', people: ['a runner'], places: [] },
      ...{ props: ['water bottle'], moods: [], language: 'en' },
    };
    const spec = await plan({ ...question, entities });
    expect(videoSpec.parse(spec).entities).toEqual(entities);
    const longest = spec.beats[2]!.roles;
    expect(longest.product.words).toEqual(['trail shoe', 'Peak']);
    expect(longest.person).toEqual({ wanted: true, words: ['a runner'] });
    expect(longest.prop).toEqual({ wanted: true, words: ['water bottle'] });
    expect(spec.beats[0]!.roles.person.wanted).toBe(false);
    const asked = server.seen[0]!.body.input[0].content[0].text;
    expect(asked).toContain('- product: trail shoe, Peak');
  });

  it('takes a beat of a shot we do not know for a reply that does not fit', async () => {
    server.next({ kind: 'schema-drift' });
    await expect(plan()).rejects.toMatchObject({ code: 'bad-reply', operation: 'plan-video' });
  });

  it('names what a brief speaks of', async () => {
    const { entities } = openAi();
    const asked = { prompt: question.prompt };
    const reply = await entities.ask(asked);
    expect(reply.costUsd).toBeGreaterThan(0);
    expect(entities.read(reply, asked)).toEqual({
      product: 'trail shoe',
      brand: null,
      people: ['runner'],
      places: ['rooftop'],
      props: [],
      moods: ['energetic'],
      language: 'en',
    });
  });

  it('checks words and pictures before anything is made of them', async () => {
    const { moderator } = openAi();
    const images = [{ bytes: Uint8Array.from([1, 2, 3]), mime: 'image/png' as const }];
    await expect(moderator.moderate({ text: 'a calm morning', images })).resolves.toEqual({
      flagged: false,
      categories: [],
    });
    await expect(moderator.moderate({ text: 'blood everywhere', images: [] })).resolves.toEqual({
      flagged: true,
      categories: ['violence/graphic', 'violence'],
    });
    expect(server.seen[0]!.body.input[1].image_url.url).toBe('data:image/png;base64,AQID');
  });

  it('says that a check could not be made', async () => {
    server.next({ kind: 'status', status: 500 });
    await expect(openAi().moderator.moderate({ text: 'x', images: [] })).rejects.toMatchObject({
      code: 'unavailable',
      retryable: true,
      operation: 'moderate',
    });
  });
});
