import type { AssetType } from '../../../shared/contracts/vocabulary';

/** What people decided about the assets of a video's beats, as its row keeps it: lists by key, a key a beat. */
export type CustomMapping = Record<string, string[]>;

const excluded = 'not:';
const emptied = 'none:';

/** Key of the assets a beat was given by hand. */
export const chosenKey = (order: number): string => String(order);
/** Key of the assets people do not want in a beat. */
export const exclusionKey = (order: number): string => `${excluded}${order}`;
/** Key of the roles that stay empty in a beat. */
export const emptyKey = (order: number): string => `${emptied}${order}`;

/** Entries of one kind, by the beat they are about. */
const entriesWith = (mapping: CustomMapping | null, prefix: string): [number, string[]][] =>
  Object.entries(mapping ?? {}).flatMap(([key, list]) => {
    const order = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    return /^\d+$/.test(order) ? [[Number(order), list] as [number, string[]]] : [];
  });

export const chosenByBeat = (mapping: CustomMapping | null): [number, string[]][] =>
  entriesWith(mapping, '');
export const excludedByBeat = (mapping: CustomMapping | null): Record<number, string[]> =>
  Object.fromEntries(entriesWith(mapping, excluded));
export const emptyByBeat = (mapping: CustomMapping | null): [number, AssetType[]][] =>
  entriesWith(mapping, emptied) as [number, AssetType[]][];

/** The same decisions after beats changed places: `sources` holds the former order of each beat. */
export const rearranged = (
  mapping: CustomMapping | null,
  sources: readonly number[],
): CustomMapping => {
  const moved: CustomMapping = {};
  sources.forEach((before, now) => {
    for (const key of [chosenKey, exclusionKey, emptyKey]) {
      const list = mapping?.[key(before)];
      if (list) moved[key(now)] = list;
    }
  });
  return moved;
};
