const longest = 4000;
/** Fields that hold no sentences: ids, dates, addresses, and Strapi's own. */
const notProse =
  /^(id|documentId|locale|status|slug|url|createdAt|updatedAt|publishedAt|createdBy|updatedBy|localizations)$/;
const address = /^(https?:\/\/|\/|[\w.+-]+@)/;

const textsIn = (value: unknown, depth: number): string[] => {
  if (typeof value === 'string') return address.test(value) ? [] : [value];
  if (depth === 0 || value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    notProse.test(key) ? [] : textsIn(one, depth - 1),
  );
};

/** What an entry says in words, its fields in order, components and blocks included. */
export const entryText = (values: unknown): string =>
  textsIn(values, 6)
    .join('\n')
    .replace(/<[^>]*>/g, ' ')
    .slice(0, longest)
    .trim();
