/** The document ids a field holds: one as text, several as a list, or the list as JSON text where a form keeps it so. */
export const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  if (typeof value !== 'string' || value.trim() === '') return [];
  if (!value.trim().startsWith('[')) return [value];
  try {
    return idsIn(JSON.parse(value) as unknown);
  } catch {
    return []; // a person's half-typed JSON names nothing
  }
};
