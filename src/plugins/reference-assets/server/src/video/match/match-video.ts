import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import type { PlannedBeat, VideoSpec } from '../../../../shared/contracts/spec';
import {
  bestOverall,
  choosable,
  referenceTo,
  spread,
  staysTheSame,
  type Reference,
} from './choose';
import { beatConfidence } from './confidence';
import { logoFamily } from './logo-forms';
import type { MatchBeatFunction } from './match-beat';
import { rememberAnswers } from './remember-answers';
import type { BeatMatch, Candidate, MatchCandidate, MatchLibrary, MatchWords } from './types';
import type { MatchWeights } from './weights';

/** What a person decided about a beat. Shape: keyed by the beat's `order`; `[]` in a role means "no asset here". */
export type BeatDecisions = Record<number, Partial<Record<AssetType, string[]>>>;

/** What people said about a video's assets. */
export type VideoMatchOptions = {
  referenceAssetIds?: string[];
  overrides?: BeatDecisions;
  excluded?: string[];
  excludedByBeat?: Record<number, string[]>;
  limit?: number;
};

/** The choices for one beat. Units: confidences 0–1. Shape: null is "no asset", with the reason in `missing` unless a person said so. */
export type BeatChoice = {
  order: number;
  references: Record<AssetType, Reference | null>;
  confidence: number;
  firstDesignConfidence: number;
  missing: Partial<Record<AssetType, string>>;
};

type Matched = { beat: PlannedBeat; match: BeatMatch };
type Context = {
  spec: VideoSpec;
  options: VideoMatchOptions;
  given: MatchCandidate[];
  weights: MatchWeights;
};

const usualLimit = 6;

const roleOf = (asset: MatchCandidate): AssetType => (asset.isLogo ? 'logo' : asset.assetType);

const decision = (
  options: VideoMatchOptions,
  order: number,
  role: AssetType,
): string[] | undefined => options.overrides?.[order]?.[role];

const pinnedFor = ({ order }: PlannedBeat, { options, given }: Context) =>
  Object.fromEntries(
    assetTypes.map((role) => [
      role,
      decision(options, order, role) ??
        given.filter((asset) => roleOf(asset) === role).map(({ documentId }) => documentId),
    ]),
  );

/** The roles as planned, plus those a person filled although the plan did not ask. */
const withDecidedRoles = (beat: PlannedBeat, { options }: Context): PlannedBeat['roles'] => {
  const roles = { ...beat.roles };
  for (const role of assetTypes) {
    if (decision(options, beat.order, role)?.length) roles[role] = { ...roles[role], wanted: true };
  }
  return roles;
};

const matchOne = (
  beat: PlannedBeat,
  context: Context,
  matchBeat: MatchBeatFunction,
): Promise<BeatMatch> => {
  const { spec, options } = context;
  return matchBeat({
    beat: { ...beat, roles: withDecidedRoles(beat, context) },
    product: spec.product,
    limit: options.limit ?? usualLimit,
    pinned: pinnedFor(beat, context),
    excluded: [...(options.excluded ?? []), ...(options.excludedByBeat?.[beat.order] ?? [])],
  });
};

/** Beats that speak of the same thing in a role; a brief with two products has two heroes. */
const groupKey = (role: AssetType, { beat }: Matched): string =>
  beat.roles[role].words.join(' ').toLowerCase();

const groups = (role: AssetType, matched: readonly Matched[]): Matched[][] => {
  const byKey = new Map<string, Matched[]>();
  for (const one of matched) {
    const key = groupKey(role, one);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey.values()];
};

/** The asset of a role for every beat, by order, before people's decisions. */
const chooseRole = (role: AssetType, matched: readonly Matched[], { given, weights }: Context) => {
  const own = new Set(
    given.filter((asset) => roleOf(asset) === role).map(({ documentId }) => documentId),
  );
  const lists = (some: readonly Matched[]): Candidate[][] =>
    some.map(({ match }) => choosable(match[role], own));
  const chosen = new Map<number, string | null>();
  for (const group of groups(role, matched)) {
    const options = lists(group);
    const same = staysTheSame[role] ? bestOverall(options) : null;
    const each = spread(options, weights.varietyMargin);
    group.forEach(({ beat }, index) => {
      const has = options[index].some(({ asset }) => asset === same);
      chosen.set(beat.order, has ? same : each[index]);
    });
  }
  return chosen;
};

const otherForms = (
  asset: string,
  list: readonly Candidate[],
  seen: ReadonlyMap<string, MatchCandidate>,
  words: MatchWords,
): string[] => {
  const familyOf = (id: string): string | null => {
    const known = seen.get(id);
    return known ? logoFamily(known, words) : null;
  };
  const family = familyOf(asset);
  const ids = list.map((candidate) => candidate.asset);
  return ids.filter((id) => id !== asset && family !== null && familyOf(id) === family);
};

/**
 * Chooses the assets of a whole video, beat by beat: what people decided first, one hero product and one logo throughout, surroundings
 * that vary, and null with a reason where nothing is suitable.
 */
export const createVideoMatcher = (
  library: MatchLibrary,
  createBeat: (library: MatchLibrary) => MatchBeatFunction,
  words: MatchWords,
  weights: MatchWeights,
) => {
  const referenceFor = (
    role: AssetType,
    { beat, match }: Matched,
    chosen: string | null,
    context: Context,
    seen: ReadonlyMap<string, MatchCandidate>,
  ): Reference | null => {
    const decided = decision(context.options, beat.order, role);
    if (decided?.length === 0) return null;
    const pinned = decided?.find((id) => match[role].some(({ asset }) => asset === id));
    const asset = pinned ?? (decided ? null : chosen);
    if (!asset) return null;
    const first = role === 'logo' ? otherForms(asset, match.logo, seen, words) : [];
    return referenceTo(asset, match[role], { manual: pinned !== undefined, first });
  };

  return async (spec: VideoSpec, options: VideoMatchOptions = {}): Promise<BeatChoice[]> => {
    const remembered = rememberAnswers(library);
    const matchBeat = createBeat(remembered.library);
    const asked = options.referenceAssetIds ?? [];
    const given = asked.length > 0 ? await library.byIds(asked) : [];
    const context: Context = { spec, options, given, weights };
    const matched: Matched[] = [];
    for (const beat of spec.beats)
      matched.push({ beat, match: await matchOne(beat, context, matchBeat) });
    const chosen = new Map(assetTypes.map((role) => [role, chooseRole(role, matched, context)]));
    return matched.map((one) => {
      const { beat, match } = one;
      const pick = (role: AssetType): Reference | null =>
        referenceFor(
          role,
          one,
          chosen.get(role)?.get(beat.order) ?? null,
          context,
          remembered.seen,
        );
      return choiceFor(beat, match, pick, options, weights);
    });
  };
};

const choiceFor = (
  { order, roles }: PlannedBeat,
  match: BeatMatch,
  pick: (role: AssetType) => Reference | null,
  options: VideoMatchOptions,
  weights: MatchWeights,
): BeatChoice => {
  const references = Object.fromEntries(assetTypes.map((role) => [role, pick(role)])) as Record<
    AssetType,
    Reference | null
  >;
  const sure = Object.fromEntries(
    assetTypes.map((role) => [role, references[role]?.confidence ?? 0]),
  );
  const missing: BeatChoice['missing'] = {};
  for (const role of assetTypes) {
    if (!roles[role].wanted || references[role] || decision(options, order, role)?.length === 0)
      continue;
    missing[role] =
      match.missing[role] ?? `what would suit as ${role} may not be used or is no longer there`;
  }
  const wanted = assetTypes.filter((role) => roles[role].wanted || references[role]);
  return {
    order,
    references,
    confidence: beatConfidence(sure, wanted, weights.roles),
    firstDesignConfidence: match.firstDesignConfidence,
    missing,
  };
};
