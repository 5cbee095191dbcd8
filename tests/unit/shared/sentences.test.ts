import { keeperOf } from '../../../src/plugins/reference-assets/server/src/library/likeness/keeper';
import { recognise, sentences } from '../../../src/plugins/reference-assets/shared/sentences';
import { askedColor } from '../../../src/plugins/reference-assets/server/src/library/search/color-match';
import { colorScore } from '../../../src/plugins/reference-assets/server/src/library/search/color-score';
import { reasonFor } from '../../../src/plugins/reference-assets/server/src/library/words/word-score';
import { createOffers } from '../../../src/plugins/reference-assets/server/src/money/offers';
import {
  defaultTiers,
  readModels,
} from '../../../src/plugins/reference-assets/server/src/providers/models';
import { missingReason } from '../../../src/plugins/reference-assets/server/src/video/match/rank-role';

it('finds every sentence again with what it was filled with', () => {
  for (const [id, template] of Object.entries(sentences)) {
    const values: Record<string, string> = {};
    const text = template.replace(/\{(\w+)\}/g, (_hole, name: string) => {
      values[name] =
        { why: 'flux needs replicate, which is not configured.', share: '42' }[name] ?? `a ${name}`;
      return values[name];
    });
    expect(recognise(text)).toEqual({ id, values });
  }
});

it('knows no other text, nor one that says two things for one', () => {
  expect(recognise('A film about tea.')).toBeNull();
  const odd = sentences.noneNamed.replace('{role}', 'logo').replaceAll('{role}', 'person');
  expect(recognise(odd)).toBeNull();
});

it('knows what the matcher says of an empty role, as a plan notes it', () => {
  const question = (phrases: string[], named: boolean) => ({ phrases, named }) as never;
  const note = (why: string) => recognise(`No logo: ${why}.`);
  expect(note(missingReason('logo', question(['tea', 'cup'], true)))).toEqual({
    id: 'noneInLibrary',
    values: { role: 'logo', asked: 'tea, cup' },
  });
  expect(note(missingReason('logo', question([], false)))).toMatchObject({ id: 'noneNamed' });
});

it('knows what a search says of a hit', () => {
  const relations = ['synonym', 'kind', 'topic', 'part', 'beginning', 'typo', 'same'] as const;
  const said = relations.map((kind) => reasonFor('file name', 'shoe', 'boot', { kind } as never));
  expect(said.map((text) => recognise(text)?.id)).toEqual([
    ...['foundSynonym', 'foundKind', 'foundTopic', 'foundPart', 'foundBeginning', 'foundTypo'],
    'foundIn',
  ]);
  const [{ reasons = [] }] = colorScore(
    [
      {
        documentId: 'a',
        dominantColors: [{ hex: '#fe0000', rgb: [254, 0, 0], name: 'red', share: 0.42 }],
      },
    ],
    [askedColor('red')],
  );
  expect(reasons.map(recognise)).toEqual([
    { id: 'showsColor', values: { share: '42', color: 'red' } },
  ]);
  expect(recognise('sharp edges make up 75 % of all contrast')).toBeNull();
});

it('knows why a tier is not to be had', () => {
  const { models } = readModels({});
  const offers = createOffers({
    models,
    tiers: defaultTiers,
    vendors: new Set(),
    planning: undefined,
  });
  const reasons = offers.list().flatMap(({ reason }) => reason ?? []);
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.map((reason) => recognise(reason)?.id)).toEqual(reasons.map(() => 'noVendor'));
  expect(() => offers.modelsFor({ qualityTier: 'final' } as never)).toThrow();
  try {
    offers.modelsFor({ qualityTier: 'final' } as never);
  } catch (error) {
    expect(recognise((error as Error).message)).toMatchObject({
      id: 'noTier',
      values: { tier: 'final', offered: 'animatic' },
    });
  }
});

it('knows why a duplicate is suggested to be kept', () => {
  const member = (id: number, width: number) => ({
    row: { id, width, height: 10, owner: null },
    uses: 0,
  });
  const { reasons } = keeperOf([member(1, 20), member(2, 10)] as never);
  expect(reasons.map((text) => recognise(text)?.id)).toEqual(['keepsPixels', 'keepsFirst']);
});
