import { failureInWords } from '../../../src/plugins/reference-assets/shared/failure-words';
import { languageOf, languages } from '../../../src/plugins/reference-assets/shared/languages';
import { letterWords } from '../../../src/plugins/reference-assets/server/src/notices/letter-words';
import {
  letterOf,
  testLetter,
  type Happening,
} from '../../../src/plugins/reference-assets/server/src/notices/letters';

const video = {
  documentId: 'video1',
  prompt: 'A calm film\nof tea',
  qualityTier: 'draft',
  estimatedCostUsd: 2.5,
  actualCostUsd: 0.4,
};
const happened = (target: string, event: string, more: object = {}): Happening => ({
  ...{ target, event, at: '2026-03-10T14:05:00.000Z', data: { video, ...more } },
});
const write = (locale: string | null, what: Happening) => {
  const { subject, text, html } = letterOf(what, locale, (id) => `https://cms.example.com/${id}`);
  return { subject, text: text.replace(/[\u00a0\u202f]/g, ' '), html };
};
const kinds = [
  happened('review', 'video.in_review'),
  happened('failed', 'video.failed', {
    error: { code: 'timeout', message: 'It hung.', step: 'animate' },
  }),
  happened('budget', 'video.failed', {
    error: { code: 'insufficient-credits', message: 'No.', step: 'plan' },
  }),
  happened('decision', 'review.approved', { by: { name: 'Rita' }, detail: 'version 3' }),
  happened('decision', 'review.changes_requested', { by: { name: 'Rita' } }),
  happened('decision', 'review.rejected', {}),
  happened('mention', 'review.mentioned', {
    by: { name: 'Ada' },
    detail: 'Look',
    frame: 65,
    fps: '30/1',
  }),
];

it.each([
  ['de', 'de'],
  ['fr-CA', 'fr'],
  ['es_MX', 'es'],
  ['pt-BR', 'en'],
  ['', 'en'],
  [null, 'en'],
])('whoever prefers %s reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

describe.each(languages)('letters in %s', (language) => {
  it('say everything in that language', () => {
    expect(Object.keys(letterWords[language])).toEqual(Object.keys(letterWords.en));
    const letters = kinds.map((kind) => write(language, kind));
    for (const { subject, text, html } of letters) {
      expect(`${subject}${text}`).not.toMatch(/undefined|null|\{\w+\}|NaN/);
      expect(html).toContain(`lang="${language}"`);
      expect(text).toContain('https://cms.example.com/video1');
    }
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(kinds.length);
    if (language === 'en') return;
    const english = kinds.map((kind) => write('en', kind).subject);
    expect(letters.filter(({ subject }) => english.includes(subject))).toEqual([]);
    expect(failureInWords('timeout', language)).not.toBe(failureInWords('timeout', 'en'));
  });
});

it('money and time are the reader’s, by a clock that is named', () => {
  const { text } = write('de', kinds[0]);
  expect(text).toContain('Bisher ausgegeben: 0,40 $ von geschätzten 2,50 $');
  expect(text).toContain('Qualität: Entwurf');
  expect(text).toContain('Zeitpunkt: 10. März 2026 um 14:05 UTC');
  expect(write('en', kinds[0]).text).toContain('Spent so far: $0.40 of an estimated $2.50');
});

it('why it failed is said in the reader’s language, and what the service said beside it', () => {
  const { text } = write('fr', kinds[1]);
  expect(text).toContain('Le service a mis trop de temps.\n\nDétails : It hung.');
  expect(text).toContain('Étape : Animation');
  // A reason that has no words of ours is told as it came.
  const odd = happened('failed', 'video.failed', { error: { code: 'odd', message: 'Strange.' } });
  expect(write('fr', odd).text).toContain('Strange.');
});

it('a decision names its version, a remark its place in the film', () => {
  expect(write('es', kinds[3])).toMatchObject({
    subject: 'Rita ha aprobado: A calm film of tea',
    text: expect.stringContaining('Versión: 3'),
  });
  expect(write('en', kinds[6]).text).toMatch(/^Look\n\n[^]*Position: 00:00:02:05/);
});

it('what people wrote is text, also where letters are HTML', () => {
  const said = { by: { name: '<i>Ada' }, detail: '<script>alert("x")</script>\n& more' };
  const { html } = write('en', happened('mention', 'review.mentioned', said));
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;<br>&amp; more');
  expect(html).not.toContain('<script');
});

it('a locale that nobody knows is read as English', () => {
  expect(write('x_nonsense-locale', kinds[0]).text).toContain('$0.40');
  expect(testLetter('de').subject).toBe('Test der Benachrichtigungen');
});
