/** What a thrown value says, for a log or a person: anything may be thrown, not only errors. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
