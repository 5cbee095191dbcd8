import { createHash } from 'node:crypto';
import vm from 'node:vm';
import {
  contentSecurityPolicy,
  page,
} from '../../src/plugins/reference-assets/server/src/review-page/page';
import { script } from '../../src/plugins/reference-assets/server/src/review-page/script';
import { words } from '../../src/plugins/reference-assets/server/src/review-page/words';

const between = (begin: string, end: string): string => {
  const from = page.indexOf(begin) + begin.length;
  return page.slice(from, page.indexOf(end, from));
};
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page of guests', () => {
  it('lets its own program and style through its policy, and nothing else', () => {
    const program = between('</script><script>', '</script>');
    expect(contentSecurityPolicy).toContain(hashOf(program));
    expect(contentSecurityPolicy).toContain(hashOf(between('<style>', '</style>')));
    expect(contentSecurityPolicy).toContain(`default-src 'none'`);
    expect(contentSecurityPolicy).not.toMatch(/unsafe/);
    expect(page).not.toMatch(/ style=| on[a-z]+="|innerHTML|https?:\/\//);
  });

  it('has a program that can be read', () => {
    expect(() => new vm.Script(script)).not.toThrow();
  });

  it('says everything in every language', () => {
    const english = Object.keys(words.en).sort();
    for (const language of Object.values(words))
      expect(Object.keys(language).sort()).toEqual(english);
    const used = [...page.matchAll(/data-(?:word|label)="(\w+)"/g)].map(([, id]) => id);
    const inScript = [...script.matchAll(/\bword\.([a-z]+)\b/g)].map(([, id]) => id);
    expect([...used, ...inScript].filter((id) => !english.includes(id))).toEqual([]);
    expect(used.length).toBeGreaterThan(10);
  });
});
