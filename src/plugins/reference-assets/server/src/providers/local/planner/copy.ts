import { shorten } from './read-text';

const quoted =
  /"([^"]{1,200})"|“([^”]{1,200})”|„([^“”]{1,200})[“”]|«([^»]{1,200})»|(?<![\p{L}\p{N}])'([^']{3,200})'(?![\p{L}\p{N}])/gu;
const announced =
  /\b(?:call to action|cta|tagline|slogan|claim)\b\s*(?:is|:|-)?\s*["“]?([^."”,;!?]{3,80}[!?]?)/i;
const known =
  /\b((?:shop|buy|order|try it|get yours|learn more|sign up|download|subscribe|book|pre-?order|discover more)(?: (?:now|today|here|online))?|jetzt (?:kaufen|entdecken|bestellen)|achetez maintenant|découvrez[- ]la|compra(?: ya| ahora)|descúbrelo)(?!\p{L})/iu;
const needsNow = /^(?:shop|buy|order|book|download|subscribe|sign up)$/i;
const longestCopy = 100;

/** What stands in quotation marks, in its order: words meant for the picture. */
export const quotedLines = (text: string): string[] =>
  [...text.matchAll(quoted)].flatMap((match) => match.slice(1).find(Boolean)?.trim() || []);

/** The line a video closes on: quoted copy, an announced call to action, or a usual one; null when the brief has none. */
export const findCallToAction = (text: string): string | null => {
  const last = quotedLines(text).pop();
  const usual = known.exec(text)?.[1] ?? null;
  const line =
    last ?? announced.exec(text)?.[1]?.trim() ?? (usual && needsNow.test(usual) ? null : usual);
  return line ? shorten(line, longestCopy) : null;
};

/** The brief without its quoted copy, so that "Run free" on the end card is not taken for an action. */
export const withoutCopy = (text: string): string =>
  text.replace(quoted, ' ').replace(announced, ' ').replace(/\s+/g, ' ').trim();
