import type { AssetType, ShotType } from '../../../../shared/contracts/vocabulary';
import type { CandidateReader, ReadCandidate } from './candidate-text';
import { evidenceFor, fallbackFor, type RoleQuestion } from './evidence';
import { roleFit } from './fit';
import type { Evidence } from './product-evidence';
import { scoreCandidate, usageScale } from './score';
import type { ThingReader } from './things';
import type { Candidate, MatchCandidate, MatchWords } from './types';
import type { MatchWeights } from './weights';

export type RankTools = {
  words: MatchWords;
  things: ThingReader;
  weights: MatchWeights;
  read: CandidateReader;
};

type Judged = { read: ReadCandidate; fit: number; evidence: Evidence };

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.asset < b.asset ? -1 : 1);

const judge = (question: RoleQuestion, reads: ReadCandidate[], tools: RankTools): Judged[] => {
  const fits = reads
    .map((read) => ({ read, fit: roleFit(question.role, read) }))
    .filter(({ fit }) => fit > 0);
  const judged = fits.flatMap(({ read, fit }) => {
    const evidence = evidenceFor(question, read, fit, tools);
    return evidence ? [{ read, fit, evidence }] : [];
  });
  if (judged.length > 0) return judged;
  const whole = fits.filter(({ fit }) => fit === 1).map(({ read }) => read);
  return fallbackFor(question, whole, tools).map((one) => ({ ...one, fit: 1 }));
};

const choiceAlone = 0.6;

/** A person's choice is evidence enough; what else speaks for the asset still tells several choices apart. */
const chosenByPerson = (found: Evidence | null): Evidence => ({
  value: choiceAlone + (1 - choiceAlone) * (found?.value ?? 0),
  reasons: ['you chose it', ...(found?.reasons ?? [])],
});

/** Ranks what the library offers for one role; assets a person chose come first, in their order, whatever speaks for others. */
export const rankRole = (
  question: RoleQuestion,
  shotType: ShotType,
  offered: readonly MatchCandidate[],
  pinned: readonly MatchCandidate[],
  tools: RankTools,
): Candidate[] => {
  const scale = usageScale([...pinned, ...offered]);
  const score = (read: ReadCandidate, fit: number, evidence: Evidence) =>
    scoreCandidate(question.role, shotType, read, fit, evidence, scale, tools.weights);
  const asOffered = pinned.map(
    (one) => offered.find(({ documentId }) => documentId === one.documentId) ?? one,
  );
  const first = asOffered.map(tools.read).map((read) => {
    const fit = roleFit(question.role, read);
    return score(read, fit, chosenByPerson(evidenceFor(question, read, fit, tools)));
  });
  const taken = new Set(pinned.map(({ documentId }) => documentId));
  const rest = offered.filter(({ documentId }) => !taken.has(documentId));
  const judged = judge(question, rest.map(tools.read), tools);
  const usable = judged.filter(({ read }) => read.candidate.rightsOk);
  const barred = judged.filter(({ read }) => !read.candidate.rightsOk);
  const scored = (list: Judged[]): Candidate[] =>
    list.map(({ read, fit, evidence }) => score(read, fit, evidence)).sort(byScore);
  return [...first, ...scored(usable), ...scored(barred)];
};

/** Why a role stays empty, for people. */
export const missingReason = (role: AssetType, { phrases, named }: RoleQuestion): string =>
  named
    ? `no ${role} in the library answers "${phrases.join(', ')}"; the picture is made without a reference for it`
    : `the brief names no ${role} and none in the library suggests itself; the picture is made without a reference for it`;
