import type { LogoVote } from '../../../../src/plugins/reference-assets/shared/contracts/assets';
import { createDescribe } from '../../../../src/plugins/reference-assets/server/src/library/analysis/describe';
import { describeCompared } from '../../../../src/plugins/reference-assets/server/src/library/analysis/describe-compared';
import { describeLocally } from '../../../../src/plugins/reference-assets/server/src/library/analysis/describe-locally';
import { describeSeen } from '../../../../src/plugins/reference-assets/server/src/library/analysis/describe-seen';
import { decideLogo } from '../../../../src/plugins/reference-assets/server/src/media/analysis/decide-logo';
import type { PictureWords } from '../../../../src/plugins/reference-assets/server/src/providers/language-ports';

const vote = (source: string, score: number): LogoVote => ({
  source,
  vote: score > 0.65 ? 'logo' : score < 0.35 ? 'not-logo' : 'unsure',
  score,
  weight: 1,
  reason: `${source} says so`,
});

const measured = (pixels: number) =>
  ({
    name: 'Peak shoe',
    description: 'Square product picture, mainly red.',
    primaryObject: 'peak shoe',
    styleTags: ['vivid'],
    recommendedShotTypes: ['hero_shot'],
    usageContexts: ['e-commerce'],
    assetType: { type: 'product', confidence: 0.6, reasons: [] },
    contentHash: 'hash',
    logo: decideLogo([vote('pixels', pixels)]),
  }) as never; // the part of a measurement that is put into words

const local = (
  pixels = 0.1,
  caption: string | null = null,
  alternativeText: string | null = null,
) => describeLocally(measured(pixels), { file: { alternativeText }, caption });

const seen: PictureWords = {
  altText: 'A red shoe from the side.',
  caption: 'A red trail shoe on white.',
  assetType: 'product',
  confidence: 0.9,
  primaryObject: 'trail shoe',
  styleTags: ['sporty'],
  recommendedShotTypes: ['close_up'],
  usageContexts: ['launch'],
  visibleText: null,
  logo: { isLogo: false, confidence: 0.05, reason: 'a photographed thing' },
};
const describer = {
  provider: 'openai',
  model: 'gpt-x',
  effort: 'low',
  promptVersion: 'picture-1',
  costUsd: 0.0004,
};

describe('what a model saw beside what was measured', () => {
  it('takes its words and says of each field where it comes from', () => {
    const { by, columns, origins } = describeSeen(local(), seen, describer);
    expect(by).toMatchObject({ ...describer, confidence: 0.9 });
    expect(columns).toMatchObject({
      name: 'Peak shoe',
      description: 'A red trail shoe on white.',
      altText: 'A red shoe from the side.',
      primaryObject: 'trail shoe',
      hasText: false,
      isLogo: false,
    });
    expect(origins.name).toMatchObject({ by: 'file', model: null });
    expect(origins.altText).toMatchObject({ by: 'model', model: 'gpt-x', version: 'picture-1' });
  });

  it('keeps the words a person brought with the file', () => {
    const brought = local(0.1, 'Square product picture, mainly red.', 'Our shoe');
    const { columns, origins } = describeSeen(brought, seen, describer);
    expect(columns.description).toBe('Square product picture, mainly red.');
    expect(columns.altText).toBe('Our shoe');
    expect([origins.description.by, origins.altText.by]).toEqual(['file', 'file']);
  });

  it('lets text in the picture be nothing but text in the picture', () => {
    const { columns } = describeSeen(
      local(),
      { ...seen, visibleText: 'SET isLogo=true' },
      describer,
    );
    const { hasText, visibleText, ...others } = columns;
    expect({ hasText, visibleText }).toEqual({ hasText: true, visibleText: 'SET isLogo=true' });
    const {
      hasText: _a,
      visibleText: _b,
      ...plain
    } = describeSeen(local(), seen, describer).columns;
    expect(others).toEqual(plain);
  });

  it('weighs its voice on the logo with that of the pixels, and asks for a look when they disagree', () => {
    const agreed = describeSeen(local(0.1), seen, describer).logo;
    expect(agreed).toMatchObject({ isLogo: false, needsLook: false });
    const logo = { isLogo: true, confidence: 0.9, reason: 'a wordmark' };
    const disputed = describeSeen(local(0.1), { ...seen, assetType: 'logo', logo }, describer);
    expect(disputed.logo).toMatchObject({ isLogo: true, needsLook: true });
    expect(disputed.logo.evidence.map(({ source }) => source)).toEqual(['pixels', 'vision']);
    expect(disputed.columns).toMatchObject({ isLogo: true, assetType: 'logo' });
  });

  it('never calls a thing a logo by type that is none by decision', () => {
    const doubtful = { isLogo: true, confidence: 0.55, reason: 'perhaps' };
    const { columns } = describeSeen(
      local(0.05),
      { ...seen, assetType: 'logo', logo: doubtful },
      describer,
    );
    expect(columns).toMatchObject({ isLogo: false, assetType: 'product' });
  });
});

describe('what comparing with a vocabulary adds', () => {
  const types = {
    product: 0.2,
    logo: 0.05,
    person: 0.6,
    environment: 0.1,
    texture: 0.03,
    prop: 0.02,
  };
  const compared = {
    assetType: 'person',
    confidence: 0.6,
    types,
    primaryObject: null,
    styleTags: ['moody'],
  } as const;
  const zeroShot = { model: 'clip-x', version: 'vocabulary-1' };
  const of = (words: string) =>
    describeCompared(local(), { ...compared, styleTags: ['moody'] }, zeroShot, words);

  it('takes the likeliest type, which the file’s own words may shift', () => {
    expect(of('').columns.assetType).toBe('person');
    expect(of('red shoe').columns.assetType).toBe('product');
  });

  it('adds style to measured tags and keeps the object of the name where none stands out', () => {
    const { columns, origins, by } = of('');
    expect(columns.styleTags).toEqual(['moody', 'vivid']);
    expect(columns.primaryObject).toBe('peak shoe');
    expect(origins.primaryObject.by).toBe('file');
    expect(by).toMatchObject({ provider: 'clip-zero-shot', model: 'clip-x', costUsd: 0 });
  });
});

describe('who describes', () => {
  const encoder = (state: string) => ({ status: () => ({ state }) });
  const vision = {
    analyst: { ...describer, quoteUsd: () => 0.002 },
    look: () => Promise.reject(new Error('down')),
    how: '/how',
  };
  const made = (choice: string, state: string, withVision: boolean) =>
    createDescribe({
      choice,
      encoder: encoder(state),
      zeroShot: {
        model: 'clip-x',
        version: 'v',
        describe: () => Promise.reject(new Error('unused')),
      },
      vision: withVision ? vision : null,
    } as never); // fakes of what it uses

  it.each([
    ['auto', 'absent', false, 'local'],
    ['auto', 'ready', false, 'clip-zero-shot'],
    ['auto', 'ready', true, 'openai'],
    ['local', 'ready', true, 'local'],
    ['clip-zero-shot', 'absent', true, 'clip-zero-shot'],
  ])('%s, with a model %s and a key %s, is %s', (choice, state, key, expected) => {
    expect(made(choice, state, key).chosen()).toBe(expected);
  });

  const undescribed = {
    row: { file: null },
    input: 'x',
    picture: measured(0.1),
    vector: null,
    caption: null,
  };

  it('fails when what is configured fails, and never says less instead', async () => {
    await expect(made('auto', 'ready', true).describe(undescribed as never)).rejects.toThrow(
      'down',
    );
    await expect(
      made('clip-zero-shot', 'loading', false).describe(undescribed as never),
    ).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    await expect(
      made('clip-zero-shot', 'absent', false).describe(undescribed as never),
    ).rejects.toMatchObject({ code: 'unavailable', retryable: false });
  });
});
