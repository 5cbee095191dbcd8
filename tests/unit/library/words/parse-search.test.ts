import { parseSearch } from '../../../../src/plugins/reference-assets/server/src/library/words';

describe('parseSearch', () => {
  it('tells words, phrases, exclusions and colours apart', () => {
    expect(parseSearch('dark green "trail shoe" -logo #C39 running')).toEqual({
      words: ['dark', 'green', 'trail', 'shoe', 'run'],
      phrases: ['trail shoe'],
      excluded: ['logo'],
      plain: 'dark green trail shoe #C39 running',
      colors: ['dark green', '#cc3399'],
    });
  });

  it('excludes phrases and does not ask for excluded words', () => {
    const parsed = parseSearch('mug -"black mug" -red');
    expect(parsed.excluded).toEqual(['black mug', 'red']);
    expect(parsed.words).toEqual(['mug']);
    expect(parsed.colors).toEqual([]);
  });

  it('takes hyphens inside words, lone quotes and plain numbers as text', () => {
    const parsed = parseSearch('slip-on shoe " #12345 -');
    expect(parsed.words).toEqual(expect.arrayContaining(['slip', 'shoe', '12345']));
    expect(parsed.phrases).toEqual([]);
    expect(parsed.excluded).toEqual([]);
    expect(parsed.colors).toEqual([]);
  });

  it('reads typographic quotes and colours of other languages', () => {
    expect(parseSearch('„rote Tasse“ blau').phrases).toEqual(['rote tasse']);
    expect(parseSearch('„rote Tasse“ blau').colors).toEqual(['blau']);
  });

  it('answers empty and endless input', () => {
    expect(parseSearch('')).toEqual({
      words: [],
      phrases: [],
      excluded: [],
      colors: [],
      plain: '',
    });
    expect(parseSearch('x" -"'.repeat(5000)).words.length).toBeLessThan(1000);
  });
});
