import {
  judge,
  type Verdict,
} from '../../src/plugins/reference-assets/server/src/media/likeness/judge';
import {
  paintLimits,
  type PaintLimits,
} from '../../src/plugins/reference-assets/server/src/media/likeness/painted';
import type { Print } from '../../src/plugins/reference-assets/server/src/media/likeness/print';
import { createRandom, share, shuffled, type EvaluationFigure } from './figures';

/** A picture, a copy of it, and whether the copy was painted over or only saved again. */
export interface PaintPair {
  source: string;
  original: Print;
  copy: Print;
  isPainted: boolean;
}

const folds = 5;
/** What is tried of each limit, the strictest first; whatever passes the last passes them all. */
const tried: { [Limit in keyof PaintLimits]: number[] } = {
  drift: [1.5, 2, 2.5, 3, 4, 6],
  driftShare: [0.03, 0.04, 0.055, 0.07, 0.1],
  iconDrift: [0.7, 1, 1.4, 1.7, 2.5],
  faintHue: [0.85, 0.75, 0.65, 0.5],
};
/** Something for each limit. */
const ofEach = <T>(make: (limit: keyof PaintLimits) => T) =>
  Object.fromEntries(
    (Object.keys(tried) as (keyof PaintLimits)[]).map((limit) => [limit, make(limit)]),
  ) as Record<keyof PaintLimits, T>;
/** Most saved copies that one limit may lose. */
const mostLost = 0.001;

const isDuplicate = (verdict: Verdict | null): boolean =>
  verdict?.class === 're-encoded' || verdict?.class === 'crop';

/** For each limit and each of its values, which of the saved copies it takes for painted: found out once. */
const lossesOf = (saved: readonly PaintPair[]) => {
  const laxest = ofEach((limit) => tried[limit][tried[limit].length - 1]!);
  const passes = ({ copy, original }: PaintPair, paint: PaintLimits) =>
    judge(copy, original, { search: false, paint })?.class === 're-encoded';
  const passing = saved.filter((pair) => passes(pair, laxest));
  return ofEach((limit) =>
    tried[limit].map((value) => ({
      value,
      lost: new Set(passing.filter((pair) => !passes(pair, { ...laxest, [limit]: value }))),
    })),
  );
};

/**
 * Chooses the limits of what counts as painted over on the other sources, and judges each source's pairs by those: the
 * strictest that lose hardly a saved copy. No painted copy has a say in the choice.
 */
export const evaluateHeldOutPaint = (pairs: readonly PaintPair[]): EvaluationFigure[] => {
  const saved = pairs.filter(({ isPainted }) => !isPainted);
  const lost = lossesOf(saved);
  const sources = shuffled([...new Set(pairs.map(({ source }) => source))], createRandom(7));
  let [found, merged] = [0, 0];
  for (let fold = 0; fold < folds; fold += 1) {
    const held = new Set(sources.filter((_, at) => at % folds === fold));
    const known = saved.filter(({ source }) => !held.has(source));
    const paint = ofEach(
      (limit) =>
        lost[limit].find(
          (one) => known.filter((pair) => one.lost.has(pair)).length <= mostLost * known.length,
        )?.value ?? paintLimits[limit],
    );
    if (process.env.EVAL_DETAILS) console.error(JSON.stringify({ fold, paint }));
    for (const pair of pairs.filter(({ source }) => held.has(source))) {
      const verdict = judge(pair.copy, pair.original, { search: true, paint });
      if (pair.isPainted) merged += isDuplicate(verdict) ? 1 : 0;
      else found += verdict?.class === 're-encoded' ? 1 : 0;
    }
  }
  const n = { painted: pairs.length - saved.length, saved: saved.length };
  const name = 'limits of paint chosen on other sources';
  return [
    { eval: 'duplicates', metric: `variants merged, ${name}`, value: merged, n: n.painted },
    {
      eval: 'duplicates',
      metric: `re-encode/resize recall, ${name}`,
      value: share(found, n.saved),
      n: n.saved,
    },
  ];
};
