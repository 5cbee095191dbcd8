/**
 * Sentences that the server writes for people, in English, as they are stored and answered; `{name}` is filled in.
 *
 * Whoever shows them in another language finds the sentence again by its words ({@link recognise}) and says it anew:
 * so what was stored years ago is translated too, and what nobody knows is shown as it is.
 */
export const sentences = {
  noneInLibrary:
    'No {role}: no {role} in the library answers "{asked}"; the picture is made without a reference for it.',
  noneNamed:
    'No {role}: the brief names no {role} and none in the library suggests itself; the picture is made without a reference for it.',
  noVendor: '{model} needs {provider}, which is not configured.',
  noTier: 'The {tier} tier is not available. {why} Available: {offered}.',
  chosen: 'you chose it',
  speaks: 'the picture itself speaks for it',
  onlyOne: 'the brief names none, and this is the only {role} in the library',
  brandKit: 'the brief names no brand, and this is a logo of the brand kit',
  likeBrand: 'it is named like the brand "{asked}"',
  ofProduct: `its name has "{asked}" from the product's name`,
  named: 'its name has "{asked}"',
  worded: 'its words have {asked}',
  shows: 'shows what the brief calls "{asked}"',
  mentioned: 'shows "{asked}", which the action mentions',
  looks: 'looks like what the beat describes ({share} %)',
  suits: 'suits a {shot}',
  filed: 'is filed as {type}, not as {role}',
  barred: 'its rights do not allow it to be used',
  foundSynonym: '{place} has "{word}", which means "{asked}"',
  foundKind: '{place} has "{word}", which is a kind of "{asked}"',
  foundTopic: '{place} has "{word}", which belongs to "{asked}"',
  foundPart: '{place} has "{word}", which ends in "{asked}"',
  foundBeginning: '{place} has "{word}", which begins with "{asked}"',
  foundTypo: '{place} has "{word}", which is nearly "{asked}"',
  foundIn: '{place} has "{asked}"',
  showsColor: '{share} % {color}',
  fitsSelection: 'fits the look of your selection',
  looksAlike: 'looks alike',
  keepsShared: 'it belongs to the shared library',
  keepsPixels: 'it has the most pixels',
  keepsAlpha: 'it kept its transparency',
  keepsUse: 'it is used most',
  keepsWork: 'people have worked on it most',
  keepsBytes: 'it is compressed least',
  keepsFirst: 'it was there first',
} as const;
export type SentenceId = keyof typeof sentences;
export interface Sentence {
  id: SentenceId;
  values: Record<string, string>;
}

/** A template as an expression that finds its values; a name that comes again must say the same again, a share is a number. */
const patternOf = (template: string): RegExp => {
  const seen = new Set<string>();
  const source = template.replace(
    /\{(\w+)\}|[.*+?^$()|[\]\\]/g,
    (sign, name: string | undefined) => {
      if (!name) return `\\${sign}`;
      if (seen.has(name)) return `\\k<${name}>`;
      seen.add(name);
      return `(?<${name}>${name === 'share' ? '\\d+' : '.+?'})`;
    },
  );
  return new RegExp(`^${source}$`, 's');
};
const patterns = Object.entries(sentences).map(
  ([id, template]) => [id as SentenceId, patternOf(template)] as const,
);

/** Which of our sentences a text is, and what it was filled with; null for any other text. */
export const recognise = (text: string): Sentence | null => {
  for (const [id, pattern] of patterns) {
    const found = pattern.exec(text);
    if (found) return { id, values: { ...found.groups } };
  }
  return null;
};
