import { createRandom, mean, share, type EvaluationFigure } from '../figures';
import type { EvaluatedLibrary, Shelved } from '../library/open-library';
import type { Brief } from '../questions/briefs';
import { calibrationFigures } from './calibration';
import { judgedRoles, matchBriefs, type JudgedRole, type Verdict } from './match-briefs';

const fits = (wanted: RegExp | null, chosen: Shelved | null): boolean =>
  wanted === null ? chosen === null : chosen !== null && wanted.test(chosen.caption);

/** An asset of the role by lot, as often nothing as briefs ask for nothing. */
const byLot = (
  role: JudgedRole,
  pictures: readonly Shelved[],
  noneShare: number,
  random: () => number,
): Shelved | null => {
  const ofRole = pictures.filter(({ asset_type }) => asset_type === role);
  if (random() < noneShare || ofRole.length === 0) return null;
  return ofRole[Math.floor(random() * ofRole.length)];
};

/** The first asset of the role whose caption has a word of the brief: matching without any understanding. */
const byWords = (
  role: JudgedRole,
  prompt: string,
  pictures: readonly Shelved[],
): Shelved | null => {
  const words = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const asked = new Set(words(prompt));
  return (
    pictures.find(
      ({ asset_type, caption }) =>
        asset_type === role && words(caption).some((word) => asked.has(word)),
    ) ?? null
  );
};

const accuracy = (verdicts: readonly Verdict[]): number =>
  share(verdicts.filter(({ isRight }) => isRight).length, verdicts.length);

/** How matching serves briefs, beside a draw by lot and a search for the brief's words, and how far its confidence can be believed. */
export const evaluateMatching = async (
  library: EvaluatedLibrary,
  briefs: readonly Brief[],
  report: (verdict: Verdict) => void = () => undefined,
): Promise<EvaluationFigure[]> => {
  const { pictures } = library;
  const verdicts = await matchBriefs(library, briefs);
  verdicts.forEach(report);
  const random = createRandom(11);
  const noneShare = mean(verdicts.map(({ wanted }) => (wanted === null ? 1 : 0)));
  const peer = (choose: (verdict: Verdict) => Shelved | null, some: readonly Verdict[]): number =>
    share(some.filter((one) => fits(one.wanted, choose(one))).length, some.length);
  const groups: [string, Verdict[]][] = [
    ['accuracy', verdicts],
    ...judgedRoles.map((role): [string, Verdict[]] => [
      `right ${role}`,
      verdicts.filter((one) => one.role === role && one.wanted !== null),
    ]),
    ['right "none"', verdicts.filter(({ wanted }) => wanted === null)],
  ];
  const figures = groups
    .filter(([, some]) => some.length > 0)
    .flatMap(([metric, some]) =>
      [
        {
          name: "the brief's words",
          value: peer(({ role, brief }) => byWords(role, brief.prompt, pictures), some),
        },
        {
          name: 'by lot',
          value: peer(({ role }) => byLot(role, pictures, noneShare, random), some),
        },
      ].map((reference) => ({
        eval: 'matching',
        metric,
        value: accuracy(some),
        n: some.length,
        reference,
      })),
    );
  return [...figures, ...calibrationFigures(verdicts)];
};
