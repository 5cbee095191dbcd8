import type { AssetType, ShotType } from '../../../../shared/contracts/vocabulary';
import { matchConfidence } from './calibrate';
import type { ReadCandidate } from './candidate-text';
import type { Evidence } from './product-evidence';
import type { Candidate, MatchCandidate, ScoreParts } from './types';
import type { MatchWeights } from './weights';

/** What usage is measured against. Shape: the largest of the candidates, so that no clock is needed. */
export type UsageScale = { mostUsed: number; oldest: number; newest: number };

const time = (value: string | Date): number => new Date(value).getTime();
const clamp = (value: number): number =>
  Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;

export const usageScale = (candidates: readonly MatchCandidate[]): UsageScale => {
  const times = candidates.map(({ createdAt }) => time(createdAt)).filter(Number.isFinite);
  return {
    mostUsed: Math.max(0, ...candidates.map(({ usageCount }) => usageCount)),
    oldest: times.reduce((least, value) => Math.min(least, value), Infinity),
    newest: times.reduce((most, value) => Math.max(most, value), -Infinity),
  };
};

/** Half how often it has served, half how new it is; both against the other candidates. */
const useOf = ({ usageCount, createdAt }: MatchCandidate, scale: UsageScale): number => {
  const used = scale.mostUsed === 0 ? 0 : Math.log1p(usageCount) / Math.log1p(scale.mostUsed);
  const span = scale.newest - scale.oldest;
  const recent = span > 0 ? (time(createdAt) - scale.oldest) / span : 0.5;
  return 0.5 * clamp(used) + 0.5 * clamp(recent);
};

const shotTypeFit = ({ recommendedShotTypes }: MatchCandidate, shotType: ShotType): number => {
  if (recommendedShotTypes.length === 0) return 0.5;
  return recommendedShotTypes.includes(shotType) ? 1 : 0.2;
};

/** The weighted mean of the parts that are known. */
const weighted = (parts: ScoreParts, weights: MatchWeights['parts']): number => {
  let sum = 0;
  let total = 0;
  for (const key of Object.keys(parts) as (keyof ScoreParts)[]) {
    const value = parts[key];
    if (value === null) continue;
    sum += weights[key] * value;
    total += weights[key];
  }
  return total === 0 ? 0 : sum / total;
};

const spoken = (shotType: ShotType): string => shotType.replace(/_/g, ' ');

const reasonsFor = (
  role: AssetType,
  shotType: ShotType,
  candidate: MatchCandidate,
  parts: ScoreParts,
  evidence: Evidence,
): string[] => {
  const reasons = [...evidence.reasons];
  if (parts.semantic !== null && parts.semantic >= 0.5) {
    reasons.push(`looks like what the beat describes (${Math.round(parts.semantic * 100)} %)`);
  }
  if (candidate.recommendedShotTypes.includes(shotType))
    reasons.push(`suits a ${spoken(shotType)}`);
  if (parts.role < 1) reasons.push(`is filed as ${candidate.assetType}, not as ${role}`);
  if (!candidate.rightsOk) reasons.push('its rights do not allow it to be used');
  return reasons;
};

/** Scores one candidate for a role: the weighted mean of its parts, each shown, with reasons in plain words. */
export const scoreCandidate = (
  role: AssetType,
  shotType: ShotType,
  read: ReadCandidate,
  fit: number,
  evidence: Evidence,
  scale: UsageScale,
  weights: MatchWeights,
): Candidate => {
  const { candidate } = read;
  const parts: ScoreParts = {
    semantic: candidate.semantic === null ? null : clamp(candidate.semantic),
    words: clamp(candidate.wordScore),
    shotType: shotTypeFit(candidate, shotType),
    role: fit,
    name: clamp(evidence.value),
    rights: candidate.rightsOk ? 1 : 0,
    use: useOf(candidate, scale),
  };
  return {
    asset: candidate.documentId,
    score: clamp(weighted(parts, weights.parts)),
    confidence: matchConfidence(parts),
    parts,
    reasons: reasonsFor(role, shotType, candidate, parts, evidence),
  };
};
