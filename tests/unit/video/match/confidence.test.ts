import { firstDesignConfidence } from '../../../../src/plugins/reference-assets/server/src/video/match';
import { beatConfidence } from '../../../../src/plugins/reference-assets/server/src/video/match/confidence';
import { defaultMatchWeights } from '../../../../src/plugins/reference-assets/server/src/video/match/weights';

describe('the first design’s confidence', () => {
  it.each([
    [{ found: true, shotTypeFits: true, similarity: 1, nameMatch: 1 }, 1],
    [{ found: true, shotTypeFits: false, similarity: 0.5, nameMatch: 0 }, 0.5],
    [{ found: true, shotTypeFits: true, similarity: 0, nameMatch: 0.5 }, 0.7],
    [{ found: true, shotTypeFits: true, similarity: 7, nameMatch: -1 }, 0.8],
    [{ found: false, shotTypeFits: true, similarity: 1, nameMatch: 1 }, 0],
  ])('%j is %d', (evidence, value) => {
    expect(firstDesignConfidence(evidence)).toBeCloseTo(value, 10);
  });
});

describe('a beat’s confidence', () => {
  const { roles } = defaultMatchWeights;
  it('weighs the product most and counts what is missing', () => {
    const wanted = ['product', 'environment'] as const;
    const withProduct = beatConfidence({ product: 0.8 }, wanted, roles);
    const withPlace = beatConfidence({ environment: 0.8 }, wanted, roles);
    expect(withProduct).toBeGreaterThan(withPlace);
    expect(beatConfidence({ product: 0.8, environment: 0.8 }, wanted, roles)).toBeCloseTo(0.8, 10);
    expect(beatConfidence({}, wanted, roles)).toBe(0);
  });
});
