import { assetTypes, type AssetType } from '../../../shared/contracts/vocabulary';
import type { StoredReference, StoredReferences } from '../stores/video-rows';
import { chosenKey, emptyKey, exclusionKey, type CustomMapping } from './choice-keys';

/** What a beat is made of, and what people decided about that. */
export interface BeatChoices {
  references: StoredReferences;
  /** Roles that stay empty. */
  empty: AssetType[];
  /** Assets that never come into this beat. */
  excluded: string[];
}

/** Reads a beat's choices off its row and the mapping of its video. */
export const readChoices = (
  references: StoredReferences | null,
  mapping: CustomMapping | null,
  order: number,
): BeatChoices => {
  // An empty list by hand says that nothing at all is wanted.
  const nothing = mapping?.[chosenKey(order)]?.length === 0;
  return {
    references: references ?? {},
    empty: nothing ? [...assetTypes] : ((mapping?.[emptyKey(order)] ?? []) as AssetType[]),
    excluded: mapping?.[exclusionKey(order)] ?? [],
  };
};

/** The mapping of a video with the choices of one beat as they are now. */
export const writeChoices = (
  mapping: CustomMapping | null,
  order: number,
  { references, empty, excluded }: BeatChoices,
): CustomMapping => {
  const chosen = Object.values(references).flatMap((one) => (one?.manual ? [one.assetId] : []));
  const lists: [string, string[]][] = [
    [chosenKey(order), chosen],
    [emptyKey(order), empty],
    [exclusionKey(order), excluded],
  ];
  const next = { ...mapping };
  for (const [key, list] of lists) {
    if (list.length > 0) next[key] = list;
    else delete next[key];
  }
  return next;
};

type Other = StoredReference['alternatives'][number];
const bare = ({ assetId, score, reasons, parts }: Other): Other => ({
  ...{ assetId, score, reasons },
  ...(parts && { parts }),
});
const without = (list: readonly Other[], assetId: string): Other[] =>
  list.filter((one) => one.assetId !== assetId).map(bare);

const withRole = (
  choices: BeatChoices,
  role: AssetType,
  reference: StoredReference | null,
  empty = choices.empty.filter((one) => one !== role),
): BeatChoices => ({
  ...choices,
  references: { ...choices.references, [role]: reference },
  empty,
});

/** An asset by hand in its role; what was there before is the first alternative. */
export const use = (choices: BeatChoices, role: AssetType, assetId: string): BeatChoices => {
  const before = choices.references[role];
  const known = before?.alternatives.find((one) => one.assetId === assetId);
  const others = before ? [before, ...before.alternatives] : [];
  const reference = {
    assetId,
    score: known?.score ?? 1,
    reasons: ['you chose it', ...(known?.reasons ?? [])],
    ...(known?.parts && { parts: known.parts }),
    alternatives: without(others, assetId),
    manual: true,
  };
  const allowed = { ...choices, excluded: choices.excluded.filter((one) => one !== assetId) };
  return withRole(allowed, role, reference);
};

/** Keeps what the matcher chose in a role, or lets it choose again. */
export const pin = (choices: BeatChoices, role: AssetType, manual: boolean): BeatChoices => {
  const reference = choices.references[role];
  return reference ? withRole(choices, role, { ...reference, manual }) : choices;
};

/** No asset in a role. */
export const leaveOut = (choices: BeatChoices, role: AssetType): BeatChoices =>
  withRole(choices, role, null, [...new Set([...choices.empty, role])]);

/** Never this asset: where it was chosen, the best of the others takes its place. */
export const exclude = (choices: BeatChoices, assetId: string): BeatChoices => {
  const excluded = [...new Set([...choices.excluded, assetId])];
  const references: StoredReferences = {};
  for (const role of assetTypes) {
    const reference = choices.references[role];
    if (!reference) {
      if (role in choices.references) references[role] = null;
      continue;
    }
    const others = without(reference.alternatives, assetId);
    const [best, ...rest] = others;
    if (reference.assetId !== assetId) references[role] = { ...reference, alternatives: others };
    else references[role] = best ? { ...best, alternatives: rest, manual: false } : null;
  }
  return { ...choices, references, excluded };
};

/** Takes an exclusion back: the asset is one of the alternatives of its role again. */
export const allow = (choices: BeatChoices, role: AssetType, assetId: string): BeatChoices => {
  const excluded = choices.excluded.filter((one) => one !== assetId);
  const reference = choices.references[role];
  if (!reference || reference.assetId === assetId) return { ...choices, excluded };
  const again = { assetId, score: 0, reasons: ['you had excluded it'] };
  const alternatives = [...without(reference.alternatives, assetId), again];
  return {
    ...choices,
    excluded,
    references: { ...choices.references, [role]: { ...reference, alternatives } },
  };
};
