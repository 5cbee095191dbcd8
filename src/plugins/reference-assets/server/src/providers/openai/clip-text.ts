const control = /[\p{Cc}\p{Cf}]+/gu;

/** A model's text as we keep it: without control characters, one space between words, at most `most` characters. */
export const clipText = (text: string, most: number): string => {
  const clean = text.replace(control, ' ').replace(/\s+/g, ' ').trim();
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
};

/** Distinct texts that are not empty, in their order. */
export const clipTexts = (texts: readonly string[], most: number, count: number): string[] =>
  [...new Set(texts.map((text) => clipText(text, most)).filter((text) => text !== ''))].slice(
    0,
    count,
  );
