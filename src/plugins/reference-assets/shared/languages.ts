/** Languages in which everything that people read is complete; English stands in for every other. */
export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** The language for somebody who prefers a locale such as `de`, `fr-CA` or `pt-BR`; English where there is none of ours. */
export const languageOf = (locale: string | null | undefined): Language => {
  const wanted = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find((one) => one === wanted) ?? 'en';
};
