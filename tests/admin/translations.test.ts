import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';

const folder = path.resolve(__dirname, '../../src/plugins/reference-assets/admin/src/translations');
const textsOf = (file: string) =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>;
const english = textsOf('en.json');

/** A part of a parsed text; `value` names the placeholder, or is the words of a part that asks for nothing. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}
const words = 0;

/** What a text asks for, in every branch: each placeholder with its kind, as `name:kind`. */
const placeholdersIn = (parts: Part[]): string[] =>
  parts.flatMap(({ type, value, options }) => [
    ...(type === words || value === undefined ? [] : [`${value}:${type}`]),
    ...Object.values(options ?? {}).flatMap((option) => placeholdersIn(option.value)),
  ]);

/** The texts of a language parsed: what each asks for, those that do not parse, and those that say nothing. */
const read = (locale: string, texts: Record<string, string>) => {
  const { formatters } = createIntl({ locale });
  const asked: Record<string, string[]> = {};
  const broken: string[] = [];
  const silent: string[] = [];
  for (const [id, text] of Object.entries(texts)) {
    if (!text.trim()) silent.push(id);
    try {
      const parts: Part[] = formatters.getMessageFormat(text, locale).getAst();
      asked[id] = [...new Set(placeholdersIn(parts))].sort();
    } catch (error) {
      broken.push(`${id}: ${String(error)}`);
    }
  }
  return { asked, broken, silent };
};

it('there are texts in English, German, French and Spanish', () => {
  expect(readdirSync(folder).sort()).toEqual(['de.json', 'en.json', 'es.json', 'fr.json']);
});

describe.each(readdirSync(folder))('the texts in %s', (file) => {
  const texts = textsOf(file);
  const { asked, broken, silent } = read(path.basename(file, '.json'), texts);

  it('are all texts of the panel, and no others', () => {
    const missing = Object.keys(english).filter((id) => !(id in texts));
    const unknown = Object.keys(texts).filter((id) => !(id in english));
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
  });

  it('are valid and say something', () => {
    expect({ broken, silent }).toEqual({ broken: [], silent: [] });
  });

  it('ask for exactly what the English ones are given', () => {
    expect(asked).toEqual(read('en', english).asked);
  });
});
