const prefix = 'not:';

/** Key under which a video keeps what people do not want in a beat, beside what they chose for it. */
export const exclusionKey = (order: number): string => `${prefix}${order}`;

/** Whether a key of the mapping holds exclusions. */
export const isExclusion = (key: string): boolean => key.startsWith(prefix);

/** The beat an exclusion is about. */
export const orderOfExclusion = (key: string): number => Number(key.slice(prefix.length));
