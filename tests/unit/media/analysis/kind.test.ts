import { assetTypeFrom } from '../../../../src/plugins/reference-assets/server/src/media/analysis/asset-type';
import { dominantColors } from '../../../../src/plugins/reference-assets/server/src/media/analysis/colors';
import { pixelFeatures } from '../../../../src/plugins/reference-assets/server/src/media/analysis/features';
import { viewOf } from '../../../../src/plugins/reference-assets/server/src/media/analysis/features/view';
import {
  firstDesignPoints,
  firstDesignScore,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/first-design-logo';
import type { LogoVote } from '../../../../src/plugins/reference-assets/shared/contracts/assets';
import { decideLogo } from '../../../../src/plugins/reference-assets/server/src/media/analysis/decide-logo';
import { logoEvidence } from '../../../../src/plugins/reference-assets/server/src/media/analysis/logo-evidence';
import type { Raster } from '../../../../src/plugins/reference-assets/server/src/media/analysis/raster';
import { probabilities } from '../../../../src/plugins/reference-assets/server/src/media/analysis/softmax';
import { typesNamedIn } from '../../../../src/plugins/reference-assets/server/src/media/analysis/type-words';
import { openPicture } from '../../../../src/plugins/reference-assets/server/src/media/decode';
import { painted, photograph, svg } from './drawn';

const file = { sizeBytes: 20_000, width: 400, height: 300, hasAlphaChannel: false };

const mark = async (): Promise<Raster> => {
  const letters =
    '<path d="M30 40h40v160h-40z M90 40h110v36h-70v24h60v36h-60v64h-40z" fill="#e4002b"/>';
  const ring = '<circle cx="280" cy="120" r="60" fill="none" stroke="#00529b" stroke-width="30"/>';
  return (await openPicture(svg(400, 240, letters + ring), { longSide: 200 })).raster;
};

const evidenceOf = (raster: Raster, facts = file) =>
  logoEvidence(pixelFeatures(viewOf(raster)), dominantColors(raster), raster, facts);

const voteOf = ({ evidence }: { evidence: LogoVote[] }, source: string): LogoVote =>
  evidence.find((vote) => vote.source === source)!;

describe('logoEvidence', () => {
  it('takes a flat mark on transparency for a logo and says why', async () => {
    const found = evidenceOf(await mark());
    expect(found.isLogo).toBe(true);
    expect(voteOf(found, 'pixels').vote).toBe('logo');
    expect(voteOf(found, 'pixels').reason).toMatch(/[a-z]+.*;/);
  });

  it('takes a shaded, grainy photograph for none', () => {
    const found = evidenceOf(photograph(200, 150));
    expect(found.isLogo).toBe(false);
    expect(found.score).toBeLessThan(0.2);
    expect(voteOf(found, 'pixels').vote).toBe('not-logo');
  });

  it('takes the same mark for an icon when the file has the size of one', async () => {
    const found = evidenceOf(await mark(), { ...file, width: 24, height: 14 });
    expect(found.isLogo).toBe(false);
    expect(voteOf(found, 'size').reason).toContain('24 × 14 px');
  });

  it('reports the first design beside the others, without a say', async () => {
    const found = evidenceOf(await mark());
    expect(voteOf(found, 'first-design').weight).toBe(0);
    const others = found.evidence.filter(({ source }) => source !== 'first-design');
    expect(decideLogo(others).score).toBe(found.score);
  });
});

describe('decideLogo', () => {
  const vote = (score: number, weight: number): LogoVote => ({
    ...{ source: 's', vote: 'unsure', reason: '' },
    ...{ score, weight },
  });

  it('weighs scores', () => {
    expect(decideLogo([vote(0.9, 1), vote(0.2, 3)])).toMatchObject({ isLogo: false, score: 0.375 });
    expect(decideLogo([vote(0.9, 1), vote(0.2, 0)])).toMatchObject({ isLogo: true, score: 0.9 });
  });

  it('wants a person to look where voices with a say contradict each other', () => {
    const says = (said: LogoVote['vote'], weight: number) => ({ ...vote(0.5, weight), vote: said });
    expect(decideLogo([says('logo', 1), says('not-logo', 3)]).needsLook).toBe(true);
    expect(decideLogo([says('logo', 1), says('not-logo', 0)]).needsLook).toBe(false);
    expect(decideLogo([says('logo', 1), says('unsure', 3)]).needsLook).toBe(false);
  });

  it('says no where nobody has a say', () => {
    expect(decideLogo([vote(1, 0)])).toMatchObject({ isLogo: false, score: 0.5 });
  });
});

describe('firstDesignPoints', () => {
  const square = painted(100, 100, (x, y) =>
    x > 20 && x < 80 && y > 20 && y < 80 ? [0, 0, 0] : [255, 255, 255],
  );

  it('gives each point its weight', () => {
    const all = { sizeBytes: 500, width: 100, height: 100, hasAlphaChannel: true };
    expect(firstDesignScore(firstDesignPoints(square, all))).toBeCloseTo(1);
    const none = { sizeBytes: 5000, width: 300, height: 100, hasAlphaChannel: false };
    expect(firstDesignScore(firstDesignPoints(square, none))).toBeCloseTo(0.4);
    expect(firstDesignScore(firstDesignPoints(photograph(100, 100), none))).toBeLessThan(0.3);
  });
});

describe('assetTypeFrom', () => {
  const features = pixelFeatures(viewOf(photograph(200, 150)));
  const { score } = evidenceOf(photograph(200, 150));

  it('shifts, and does not replace, what the pixels say', () => {
    const plain = assetTypeFrom(features, score);
    const named = assetTypeFrom(features, score, `${plain.type} 17`);
    expect(named.type).toBe(plain.type);
    expect(named.confidence).toBeGreaterThan(plain.confidence);
    expect(named.confidence).toBeLessThan(1);
    expect(named.reasons[0]).toContain(`"${plain.type}"`);
    const doubtful = assetTypeFrom(features, score, 'logo');
    expect(doubtful.type === 'logo' ? doubtful.confidence : 0).toBeLessThan(plain.confidence);
  });

  it('takes the mark for a logo and gives reasons', async () => {
    const raster = await mark();
    const guess = assetTypeFrom(pixelFeatures(viewOf(raster)), evidenceOf(raster).score);
    expect(guess.type).toBe('logo');
    expect(guess.reasons.length).toBeGreaterThan(0);
  });

  it('takes an even, repeating picture for a texture', () => {
    const bricks = painted(200, 200, (x, y) => {
      const row = Math.floor(y / 30);
      const joint = y % 30 < 4 || (x + (row % 2) * 30) % 60 < 4;
      const noise = ((x * 7919 + y * 104729) % 31) - 15;
      return joint
        ? [170 + noise, 165 + noise, 160 + noise]
        : [150 + noise, 70 + noise, 55 + noise];
    });
    expect(assetTypeFrom(pixelFeatures(viewOf(bricks)), evidenceOf(bricks).score).type).toBe(
      'texture',
    );
  });
});

describe('typesNamedIn', () => {
  it.each([
    ['IMG_2041 shoe.jpg', ['product']],
    ['shoe logo', ['logo']],
    ['woodTexture_seamless.png', ['texture']],
    ['woman with bottle', ['person', 'product']],
    ['catalogue 7', []],
  ])('reads %s as %p', (text, types) => {
    expect([...typesNamedIn(text).keys()]).toEqual(types);
  });
});

describe('probabilities', () => {
  const model = {
    kinds: ['no', 'yes'] as const,
    features: ['size'] as const,
    means: [10],
    deviations: [2],
    weights: [
      [0, 0],
      [1, 0.5],
    ],
    temperature: 2,
  };

  it('follows the logistic curve, clipped at three deviations', () => {
    const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));
    expect(probabilities(model, { size: 12 })[1]).toBeCloseTo(sigmoid(0.75));
    expect(probabilities(model, { size: 1e9 })[1]).toBeCloseTo(sigmoid(1.75));
  });
});
