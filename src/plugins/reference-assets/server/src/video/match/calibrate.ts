import type { ScoreParts } from './types';

/**
 * How often matches were right whose evidence had at most this value, by the evaluation set.
 *
 * Source: `npm run eval` prints the curve; between two points it is a straight line.
 */
const curve: readonly (readonly [evidence: number, right: number])[] = [
  [0, 0.1],
  [0.15, 0.2],
  [0.5, 0.5],
  [0.65, 0.76],
  [0.8, 0.87],
  [1, 0.94],
];

const onCurve = (evidence: number): number => {
  const at = curve.findIndex(([value]) => value >= evidence);
  if (at <= 0) return curve[0][1];
  const [fromValue, fromRight] = curve[at - 1];
  const [toValue, toRight] = curve[at];
  return fromRight + ((evidence - fromValue) / (toValue - fromValue)) * (toRight - fromRight);
};

/** What a picture that looks like what is asked adds to doubtful words. */
const semanticShare = 0.3;

/** How likely it is that a proposed asset is the right one, 0–1; an asset that may not be used is never right. */
export const matchConfidence = ({ name, role, semantic, rights }: ScoreParts): number => {
  if (rights === 0) return 0;
  const seen = semantic === null ? name : name + semanticShare * semantic * (1 - name);
  return onCurve(Math.min(1, seen)) * (role < 0.5 ? 0.9 : 1);
};
