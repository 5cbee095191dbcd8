import type { LogoEvidence, LogoVote } from '../../../../shared/contracts/assets';

const unsure = 0.15;

/** A score as a vote: near the middle nobody knows. */
export const voteOf = (score: number): LogoVote['vote'] => {
  if (Math.abs(score - 0.5) < unsure) return 'unsure';
  return score > 0.5 ? 'logo' : 'not-logo';
};

/** Whether voices that have a say contradict each other, so that a person should look. */
export const needsLook = (evidence: readonly LogoVote[]): boolean => {
  const said = new Set(evidence.filter(({ weight }) => weight > 0).map(({ vote }) => vote));
  return said.has('logo') && said.has('not-logo');
};

/** Decides from all votes: their scores weighed; 0.5 when nothing has a say. */
export const decideLogo = (evidence: LogoVote[]): LogoEvidence => {
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const sum = evidence.reduce((all, { weight, score }) => all + weight * score, 0);
  const score = total > 0 ? sum / total : 0.5;
  return { isLogo: total > 0 && score >= 0.5, score, needsLook: needsLook(evidence), evidence };
};
