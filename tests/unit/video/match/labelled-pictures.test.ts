import fs from 'node:fs';
import path from 'node:path';
import { planLocally } from '../../../../src/plugins/reference-assets/server/src/providers/local/planner';
import type { MatchCandidate } from '../../../../src/plugins/reference-assets/server/src/video/match';
import type { AssetType } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';
import { asset, matcherFor } from './fake-library';

const manifest = path.resolve(__dirname, '../../../../../shared/images/manifest.json');
const isThere = fs.existsSync(manifest);
if (!isThere) console.warn(`skipped: no labelled pictures at ${manifest}`);

type Labelled = { file: string; asset_type: AssetType; caption: string };

/** Captions stand in for the descriptions an analysis would write; names say nothing. */
const pictures = (): MatchCandidate[] =>
  (JSON.parse(fs.readFileSync(manifest, 'utf8')) as Labelled[]).map(
    ({ file, asset_type, caption }) =>
      asset(file.slice(0, 3), caption, { name: 'a.jpg', assetType: asset_type }),
  );

const match = async (prompt: string) => {
  const spec = planLocally({ prompt, durationSeconds: 15, aspectRatio: '16:9' });
  const choices = await matcherFor(pictures()).matchVideo(spec);
  const all = (role: AssetType): string[] => [
    ...new Set(choices.flatMap(({ references }) => references[role]?.asset ?? [])),
  ];
  return {
    product: all('product'),
    logo: all('logo'),
    environment: all('environment'),
    prop: all('prop'),
  };
};

(isThere ? describe : describe.skip)('a library of labelled pictures', () => {
  it.each([
    ['15 s ad for our electric kettle in a modern kitchen', '059'],
    ['Energetic spot for our trail shoe on a rooftop at dusk', '071'],
    ['commercial for our robot vacuum', '060'],
    ['our hair dryer, fresh', '054'],
    ['promo for the GitHub mug', '072'],
    ['vintage camera for young women', '068'],
    ['retro white toaster', '066'],
    ['our Nivea cream', '064'],
    ['craft beer by the lake', '062'],
    ['Werbung für unseren Wasserkocher in einer modernen Küche', '059'],
  ])('%s shows %s', async (prompt, id) => {
    expect((await match(prompt)).product).toEqual([id]);
  });

  it.each([
    'our coffee grinder',
    'our washing machine',
    'our water bottle in the forest',
    'our electric guitar',
    'our credit card',
    'our office chair',
    'our headphones for commuters',
    'our toy car',
  ])('%s shows no product and no logo', async (prompt) => {
    expect(await match(prompt)).toMatchObject({ product: [], logo: [] });
  });

  it('finds the brand, the place and the prop', async () => {
    const car = await match('A red sports car in the mountains, end on the Porsche logo');
    expect(car).toMatchObject({ product: ['070'], logo: ['032'], environment: ['090'] });
    const mug = await match('our black and yellow coffee mug beside a teddy bear in a library');
    expect(mug).toMatchObject({ product: ['055'], prop: ['115'], environment: ['096'] });
  });
});
