import type { BriefEntities, RoleWishes } from '../../../../../shared/contracts/spec';
import type { AssetType } from '../../../../../shared/contracts/vocabulary';
import { beatFor } from './chosen-assets';

const mostWords = 24;

/** What the brief names for each role that the library can fill. */
const namesOf = (entities: BriefEntities): Partial<Record<AssetType, readonly string[]>> => ({
  product: [entities.product, entities.brand].flatMap((name) => name ?? []),
  person: entities.people,
  environment: entities.places,
  prop: entities.props,
});

/** What the brief speaks of, as lines for a model that plans it. */
export const namedLines = (entities: BriefEntities): string[] =>
  [...Object.entries(namesOf(entities)), ['mood', entities.moods] as const].flatMap(
    ([what, names]) => (names && names.length > 0 ? [`- ${what}: ${names.join(', ')}`] : []),
  );

/**
 * Makes sure that what the brief names is looked for: its words follow the wishes of the beats that want its role, and
 * where no beat does, the one that suits is made to.
 */
export const withNamed = (
  beats: readonly { seconds: number; roles: RoleWishes }[],
  entities: BriefEntities,
): RoleWishes[] => {
  const wishes = beats.map(({ roles }) => ({ ...roles }));
  for (const [role, names] of Object.entries(namesOf(entities)) as [AssetType, string[]][]) {
    if (names.length === 0) continue;
    const wanting = wishes.flatMap((roles, at) => (roles[role].wanted ? [at] : []));
    for (const at of wanting.length > 0 ? wanting : [beatFor(role, beats)]) {
      const words = [...new Set([...wishes[at]![role].words, ...names])];
      wishes[at]![role] = { wanted: true, words: words.slice(0, mostWords) };
    }
  }
  return wishes;
};
