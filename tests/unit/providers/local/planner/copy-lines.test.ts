import { planLocally } from '../../../../../src/plugins/reference-assets/server/src/providers/local/planner';

const plan = (prompt: string) => planLocally({ prompt, durationSeconds: 15, aspectRatio: '16:9' });
const words = (prompt: string) => plan(prompt).beats.flatMap(({ copy }) => (copy ? [copy] : []));

describe('the words on the beats', () => {
  it('are the product and a call in the language of the brief', () => {
    expect(words('15 s energetic ad for our trail shoe, rooftop at dusk')).toEqual([
      { headline: 'Trail shoe' },
      { callToAction: 'Discover it now' },
    ]);
    const german = words('Ruhige Werbung für unsere neue Trinkflasche im Wald bei Sonnenaufgang');
    expect(german.at(-1)).toEqual({ callToAction: 'Jetzt entdecken' });
    const french = words('Une publicité élégante pour notre nouvelle montre, dans un studio');
    expect(french.at(-1)).toEqual({ callToAction: 'À découvrir maintenant' });
  });

  it('are the lines the brief quotes, in their order, the last one closing', () => {
    const copy = words('Ad for our mug: "Slow mornings" then "Strong days", end with "Get yours"');
    expect(copy).toEqual([
      { headline: 'Slow mornings' },
      { headline: 'Strong days' },
      { callToAction: 'Get yours' },
    ]);
  });

  it('put a sentence above the button instead of into it', () => {
    const line = 'Everything you need for a long walk home in the rain';
    expect(words(`An ad for our boots "${line}"`).at(-1)).toEqual({
      ...{ headline: line, callToAction: 'Discover it now' },
    });
  });
});

describe('the way into a beat', () => {
  it('suits the mood and never begins a video', () => {
    const calm = plan('calm ad for our candle').beats.map(({ transition }) => transition!.kind);
    expect(calm[0]).toBe('cut');
    expect(calm.slice(1).every((kind) => kind === 'dissolve')).toBe(true);
    const lively = plan('energetic ad for our trail shoe').beats;
    expect(lively[1]!.transition!.kind).toBe('cut');
  });
});
