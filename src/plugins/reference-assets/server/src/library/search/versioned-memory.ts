/**
 * What was made of assets, each with the version of its rows that it was made of: a bounded number, the oldest go first.
 * Without a version nothing is remembered.
 */
export const createVersionedMemory = <Value>(most: number) => {
  const entries = new Map<string, { version: string; value: Value }>();
  return {
    /** What is remembered of an asset as it stands in a version. */
    at(documentId: string, version: string | undefined): Value | undefined {
      const known = entries.get(documentId);
      return known?.version === version ? known?.value : undefined;
    },

    keep(documentId: string, version: string | undefined, value: Value): void {
      if (version === undefined) return;
      entries.delete(documentId);
      if (entries.size >= most) entries.delete(entries.keys().next().value as string);
      entries.set(documentId, { version, value });
    },
  };
};
