import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';

const folder = path.resolve(__dirname, '../../src/plugins/reference-assets/admin/src/translations');
const textsOf = (file: string) =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>;
const english = textsOf('en.json');
const values = {
  number: 1, name: 'n', done: 1, failed: 2, total: 3, percent: 4, share: '5%', count: 1, width: 1, height: 1,
  units: '1', step: 's', provider: 'p', model: 'm', amount: 'a', prompt: 'p', action: 'a', role: 'r',
  toAsk: 1, passed: 1, expected: 'e', actual: 'a', version: 'v', frame: 1, last: 2, at: 't', from: 'f',
  to: 't', author: 'a', why: 'w', until: 'u',
}; // prettier-ignore

describe.each(readdirSync(folder))('the texts in %s', (file) => {
  const texts = textsOf(file);

  it('are all texts the panel knows', () => {
    expect(Object.keys(texts).filter((id) => !(id in english))).toEqual([]);
  });

  it('are valid and need only what they are given', () => {
    const problems: string[] = [];
    const intl = createIntl({
      locale: path.basename(file, '.json'),
      messages: texts,
      onError: (error) => problems.push(error.message),
    });
    const empty = Object.keys(texts).filter((id) => intl.formatMessage({ id }, values) === '');
    expect({ empty, problems }).toEqual({ empty: [], problems: [] });
  });
});
