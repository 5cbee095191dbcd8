import { z } from 'zod';
import { failureInWords } from '../../../shared/failure-words';
import { languageOf } from '../../../shared/languages';
import { parseFps, timecode } from '../../../shared/timecode';
import { letterPage } from './letter-page';
import { letterWords, type LetterWords } from './letter-words';

const usd = z.coerce.number();

/** What the database wrote down of something that happened to a video; see `delivery-tables`. */
const said = z.object({
  video: z.object({
    documentId: z.string(),
    prompt: z.string().nullish(),
    qualityTier: z.string().nullish(),
    estimatedCostUsd: usd.nullish(),
    actualCostUsd: usd.nullish(),
  }),
  by: z.object({ name: z.string() }).nullish(),
  /** A version, or what a remark says. */
  detail: z.string().nullish(),
  /** Where in the film a remark stands. */
  frame: z.number().nullish(),
  fps: z.string().nullish(),
  /** Ids of the people a remark mentions. */
  people: z.array(z.number()).default([]),
  error: z
    .object({
      code: z.string().nullish(),
      message: z.string().nullish(),
      step: z.string().nullish(),
      shortage: z.object({ requiredUsd: usd, availableUsd: usd, missingUsd: usd }).nullish(),
    })
    .nullish(),
});
type Said = z.infer<typeof said>;

/** A letter; `html` says the same as `text`, because providers of Strapi send bare text as if it were HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** What happened, as the database wrote it down. */
export interface Happening {
  target: string;
  event: string;
  /** When, ISO 8601. */
  at: string;
  data: unknown;
}

/** A line of a letter; one without a value is left out. */
type Line = [label: string, value: string | null | undefined];

const subjectLength = 60;

const fill = (text: string, values: Record<string, string>): string =>
  Object.entries(values).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, () => value),
    text,
  );

/** A locale that this system can format for; a name that is none throws there. */
const knownLocale = (name: string): string => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** Money and moments as somebody of a locale reads them; one that this system does not know is read as English. */
const unitsOf = (locale: string) => {
  const known = knownLocale(locale);
  return {
    money: (sum: number): string =>
      new Intl.NumberFormat(known, {
        ...{ style: 'currency', currency: 'USD', maximumFractionDigits: 4 },
      }).format(sum),
    moment: (iso: string): string =>
      new Intl.DateTimeFormat(known, {
        ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
        // Whoever reads it is anywhere: the letter says by which clock it speaks.
        ...{ timeZone: 'UTC', timeZoneName: 'short' },
      }).format(new Date(iso)),
  };
};
type Units = ReturnType<typeof unitsOf>;

const word = (words: LetterWords, group: 'tier' | 'step', value: string | null | undefined) => {
  const key = `${group}.${value ?? ''}`;
  return key in words ? words[key as keyof LetterWords] : value;
};

const spentLine = ({ video }: Said, words: LetterWords, { money }: Units): Line => {
  const spent = money(video.actualCostUsd ?? 0);
  const estimated = video.estimatedCostUsd;
  return [
    words.spent,
    estimated ? fill(words.estimated, { spent, estimated: money(estimated) }) : spent,
  ];
};

/** The facts of each kind of letter, below what it says. */
const linesOf = (target: string, data: Said, words: LetterWords, units: Units): Line[] => {
  const { video, error, detail, frame, fps } = data;
  const tier: Line = [words.tier, word(words, 'tier', video.qualityTier)];
  const step: Line = [words.step, word(words, 'step', error?.step)];
  const short = error?.shortage;
  if (target === 'mention')
    return [
      [words.position, typeof frame === 'number' && fps ? timecode(frame, parseFps(fps)) : null],
    ];
  if (target === 'decision')
    return [
      [words.version, /^version (\d+)$/.exec(detail ?? '')?.[1]],
      spentLine(data, words, units),
    ];
  if (target === 'budget')
    return [
      step,
      [words.needed, short && units.money(short.requiredUsd)],
      [words.available, short && units.money(short.availableUsd)],
      [words.missing, short && units.money(short.missingUsd)],
    ];
  return [tier, ...(target === 'failed' ? [step] : []), spentLine(data, words, units)];
};

/** Why it failed, in the reader's language; what the failure says itself is English and says more. */
const reasonOf = ({ error }: Said, locale: string, words: LetterWords): string[] => {
  if (!error) return [];
  const { code, message } = error;
  const language = languageOf(locale);
  const inWords = failureInWords(code ?? '', language);
  if (!inWords || language === 'en') return [message ?? inWords ?? ''];
  return [
    inWords,
    ...(message && code !== 'insufficient-credits'
      ? [fill(words.line, { label: words.detail, value: message })]
      : []),
  ];
};

/** Whom something is about: the video, and the people it mentions. */
export const subjectsOf = (data: unknown): { videoId: string; people: number[] } => {
  const { video, people } = said.parse(data);
  return { videoId: video.documentId, people };
};

/**
 * The letter about something that happened to a video, in the language, and with money and time in the locale, of
 * whom it goes to.
 */
export const letterOf = (
  { target, event, at, data }: Happening,
  locale: string | null,
  addressOf: (videoId: string) => string,
): Letter => {
  const read = said.parse(data);
  const words = letterWords[languageOf(locale)];
  const units = unitsOf(locale ?? 'en');
  const prompt = (read.video.prompt ?? '').replace(/\s+/g, ' ').trim();
  const title = words[(target === 'budget' ? 'budget' : event) as keyof LetterWords];
  const facts = [...linesOf(target, read, words, units), [words.at, units.moment(at)] as Line];
  const line = (label: string, value: string) => fill(words.line, { label, value });
  const by = read.by?.name ?? words.somebody;
  const parts = [
    ...(target === 'mention' ? [read.detail ?? ''] : []),
    prompt,
    ...reasonOf(read, locale ?? 'en', words),
    facts.flatMap(([label, value]) => (value ? [line(label, value)] : [])).join('\n'),
  ].filter(Boolean);
  const link = { text: words.open, address: addressOf(read.video.documentId) };
  return {
    subject: line(fill(title, { by }), prompt.slice(0, subjectLength).trim()),
    text: [...parts, line(link.text, link.address)].join('\n\n'),
    html: letterPage(languageOf(locale), parts, link),
  };
};

/** The letter by which somebody sees whether letters reach them. */
export const testLetter = (locale: string | null): Letter => {
  const language = languageOf(locale);
  const { test, testText } = letterWords[language];
  return { subject: test, text: testText, html: letterPage(language, [testText]) };
};
