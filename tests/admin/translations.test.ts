import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';

const folder = path.resolve(__dirname, '../../src/plugins/reference-assets/admin/src/translations');
const textsOf = (file: string) =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>;
const english = textsOf('en.json');

/** Formats every text with a value for whatever it asks for: what it says, what it asked for, and what went wrong. */
const read = (locale: string, texts: Record<string, string>) => {
  const problems: string[] = [];
  let missing: string | undefined;
  const onError = ({ message }: Error) => {
    missing = /variable "(\w+)" was not provided/.exec(message)?.[1];
    if (!missing) problems.push(message);
  };
  const intl = createIntl({ locale, messages: texts, onError });
  const asked = new Map<string, string[]>();
  const said = new Map<string, string>();
  for (const id of Object.keys(texts)) {
    const values: Record<string, number> = {};
    do {
      if (missing) values[missing] = 1;
      missing = undefined;
      said.set(id, intl.formatMessage({ id }, values));
    } while (missing);
    asked.set(id, Object.keys(values));
  }
  return { problems, asked, said };
};

describe.each(readdirSync(folder))('the texts in %s', (file) => {
  const texts = textsOf(file);
  const { problems, asked, said } = read(path.basename(file, '.json'), texts);
  const inEnglish = read('en', english).asked;

  it('are all texts the panel knows', () => {
    expect(Object.keys(texts).filter((id) => !(id in english))).toEqual([]);
  });

  it('are valid and say something', () => {
    const empty = Object.keys(texts).filter((id) => !said.get(id));
    expect({ empty, problems }).toEqual({ empty: [], problems: [] });
  });

  it('need only what the English ones are given', () => {
    const more = [...asked].filter(([id, names]) =>
      names.some((name) => !inEnglish.get(id)?.includes(name)),
    );
    expect(more).toEqual([]);
  });
});
