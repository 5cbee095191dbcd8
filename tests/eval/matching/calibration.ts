import { mean, share, type EvaluationFigure } from '../figures';
import type { Verdict } from './match-briefs';

const steps = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

interface Stated {
  confidence: number;
  isRight: boolean;
}

/** Mean distance between what was stated and how often it was right, weighted by how many said it. */
const calibrationError = (stated: readonly Stated[]): number => {
  const bins = steps
    .slice(0, -1)
    .map((from, index) =>
      stated.filter(({ confidence }) => confidence >= from && confidence < steps[index + 1]),
    );
  const off = bins
    .filter((bin) => bin.length > 0)
    .map((bin) => {
      const said = mean(bin.map(({ confidence }) => confidence));
      const was = mean(bin.map(({ isRight }) => (isRight ? 1 : 0)));
      return Math.abs(said - was) * bin.length;
    });
  return share(
    off.reduce((sum, one) => sum + one, 0),
    stated.length,
  );
};

/** How far a stated confidence can be believed: its error beside the first design's, and the curve. */
export const calibrationFigures = (verdicts: readonly Verdict[]): EvaluationFigure[] => {
  const chosen = verdicts.filter((one) => one.chosen !== null);
  const ours = chosen.map(({ confidence, isRight }) => ({ confidence, isRight }));
  const first = chosen.map(({ firstDesign, isRight }) => ({ confidence: firstDesign, isRight }));
  const curve = steps.slice(0, -1).flatMap((from, index) => {
    const said = ours.filter(
      ({ confidence }) => confidence >= from && confidence < steps[index + 1],
    );
    return said.length === 0
      ? []
      : [
          {
            eval: 'calibration',
            metric: `right when ${from}–${Math.min(1, steps[index + 1])} is stated`,
            value: share(said.filter(({ isRight }) => isRight).length, said.length),
            n: said.length,
            reference: {
              name: 'stated on average',
              value: mean(said.map((one) => one.confidence)),
            },
          },
        ];
  });
  return [
    {
      eval: 'calibration',
      metric: 'calibration error',
      value: calibrationError(ours),
      n: ours.length,
      reference: { name: "first design's formula", value: calibrationError(first) },
    },
    ...curve,
  ];
};
