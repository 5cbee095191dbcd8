import type { Language } from '../../../shared/languages';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]);

/** The HTML of a letter: paragraphs of plain text, whatever people wrote into them, and where to go on. */
export const letterPage = (
  language: Language,
  paragraphs: readonly string[],
  link?: { text: string; address: string },
): string => {
  const lines = paragraphs.map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`);
  const way = link && `<p><a href="${escaped(link.address)}">${escaped(link.text)}</a></p>`;
  return `<div lang="${language}" style="font-family: sans-serif">${lines.join('')}${way ?? ''}</div>`;
};
