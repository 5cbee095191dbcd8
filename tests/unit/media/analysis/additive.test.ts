import {
  amountsOf,
  probabilityOf,
  scoreOf,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/additive';
import { createRandom } from '../../../eval/figures';
import { fitSteps } from '../../../eval/boosted-steps';

const model = {
  base: 0.5,
  steps: {
    size: { at: [1, 2], amounts: [-1, 0, 2] },
    weight: { at: [10], amounts: [0.25, -0.25] },
  },
  temperature: 2,
};

describe('an additive model', () => {
  it('adds what each feature says, which is the same between two steps and beyond the last', () => {
    expect(scoreOf(model, { size: 0.99, weight: 9 })).toBeCloseTo(-0.25);
    expect(scoreOf(model, { size: 1, weight: 10 })).toBeCloseTo(0.25);
    expect(scoreOf(model, { size: 2, weight: 9 })).toBe(
      scoreOf(model, { size: 1e9, weight: -1e9 }),
    );
    expect(amountsOf(model, { size: 5, weight: 10 })).toEqual([
      { feature: 'size', amount: 2 },
      { feature: 'weight', amount: -0.25 },
    ]);
  });

  it('states a probability at its temperature', () => {
    const score = scoreOf(model, { size: 5, weight: 5 });
    expect(probabilityOf(model, { size: 5, weight: 5 })).toBeCloseTo(
      1 / (1 + Math.exp(-score / 2)),
    );
  });
});

describe('fitSteps', () => {
  const random = createRandom(4);
  /** Of the kind where the first value lies in the middle, whatever the second is: no line tells that. */
  const examples = Array.from({ length: 600 }, () => {
    const x = [random(), random()];
    return { x, isOfKind: Math.abs(x[0]! - 0.5) < 0.2, weight: 1 };
  });

  it('learns a range, leaves alone what tells nothing, and is the same every time', () => {
    const fitted = fitSteps(examples);
    const judge = {
      base: fitted.base,
      steps: { first: fitted.steps[0]!, second: fitted.steps[1]! },
    };
    const right = examples.filter(
      ({ x, isOfKind }) => scoreOf(judge, { first: x[0]!, second: x[1]! }) > 0 === isOfKind,
    );
    expect(right.length / examples.length).toBeGreaterThan(0.95);
    const reach = (amounts: readonly number[]) => Math.max(...amounts) - Math.min(...amounts);
    expect(reach(fitted.steps[1]!.amounts)).toBeLessThan(reach(fitted.steps[0]!.amounts) / 4);
    expect(fitSteps(examples)).toEqual(fitted);
  });

  it('counts rows by their weights', () => {
    const contradicting = [
      { x: [1], isOfKind: true, weight: 3 },
      { x: [1], isOfKind: false, weight: 1 },
    ];
    expect(fitSteps(contradicting).base).toBeCloseTo(Math.log(3));
  });
});
