import { MediaRefusal } from '../refusal';

/** Largest SVG source that is parsed, in bytes. */
export const SVG_LIMIT_BYTES = 10 * 1024 * 1024;

// Illustrator and Inkscape write this one; it names the W3C's DTD, which is never loaded.
const standardDoctype =
  /<!DOCTYPE\s+svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN"\s+"https?:\/\/www\.w3\.org\/[\w./-]+")?\s*>/i;

const forbidden: Array<[RegExp, string]> = [
  [/<!DOCTYPE/i, 'a DOCTYPE'],
  [/<!ENTITY/i, 'an entity declaration'],
  [/<(?:[\w.-]+:)?script[\s/>]/i, 'a script'],
  [/<(?:[\w.-]+:)?(?:foreignObject|iframe|embed|object|handler|listener)[\s/>]/i, 'embedded HTML'],
  [/<\?xml-stylesheet/i, 'an external style sheet'],
  [/[\s"'/]on[a-z]+\s*=\s*["']/i, 'an event handler'],
  [/xml:base\s*=/i, 'an external base address'],
  [/@import/i, 'an external style sheet'],
  [/(?:java|vb)script\s*:/i, 'a script address'],
];

const reference = /(?:^|[\s"'])(?:[\w.-]+:)?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const styleUrl = /url\(\s*["']?([^"')]*)/gi;
const embedded = /^data:(?:image\/(?:png|jpe?g|gif|webp)|font\/|application\/(?:x-)?font)/i;

const refuse = (what: string): never => {
  throw new MediaRefusal(
    'unsafe-svg',
    `Expected a self-contained SVG picture, but this one contains ${what}.`,
  );
};

/** Character references written out and CSS escapes dropped, as hiding places for the words looked for. */
const unmask = (markup: string): string =>
  markup
    .replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : '';
    })
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)),
    );

const decodeText = (bytes: Buffer): string => {
  const declared = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 200));
  const encoding = (declared?.[1] ?? 'utf-8').toLowerCase();
  if (!['utf-8', 'utf8', 'us-ascii', 'iso-8859-1'].includes(encoding)) {
    refuse(`text in the encoding ${encoding}; only UTF-8 and Latin-1 are read`);
  }
  const latin = encoding === 'iso-8859-1';
  const text = new TextDecoder(latin ? 'iso-8859-1' : 'utf-8').decode(bytes);
  if (text.includes('\0')) refuse('null characters; only UTF-8 and Latin-1 are read');
  return text;
};

const refuseOutsideReferences = (markup: string): void => {
  for (const match of markup.matchAll(reference)) {
    const target = (match[1] ?? match[2] ?? '').trim();
    if (target !== '' && !target.startsWith('#') && !embedded.test(target)) {
      refuse(`an external reference (${target.slice(0, 60)})`);
    }
  }
  for (const [, target = ''] of markup.matchAll(styleUrl)) {
    if (target !== '' && !target.startsWith('#') && !embedded.test(target)) {
      refuse(`an external reference (${target.slice(0, 60)})`);
    }
  }
};

/**
 * UTF-8 source of an SVG that needs nothing from outside itself and runs nothing.
 *
 * What is returned is what was checked: the XML declaration and the W3C's standard DOCTYPE are taken off.
 * Throws: `MediaRefusal` `unsafe-svg` for scripts, event handlers, entities, other DOCTYPEs, embedded HTML
 *         and external references; `too-large` beyond `SVG_LIMIT_BYTES`.
 */
export const safeSvg = (bytes: Buffer): Buffer => {
  if (bytes.length > SVG_LIMIT_BYTES) {
    throw new MediaRefusal(
      'too-large',
      `Expected an SVG of at most ${SVG_LIMIT_BYTES} bytes, but got ${bytes.length}.`,
    );
  }
  const text = decodeText(bytes)
    .replace(/^\s*<\?xml\s[^>]*\?>/, '')
    .replace(standardDoctype, '');
  // Comments are searched too: inside CDATA their marks are no comment, and could hide a script.
  const markup = unmask(text);
  for (const [pattern, what] of forbidden) if (pattern.test(markup)) refuse(what);
  refuseOutsideReferences(markup);
  return Buffer.from(text, 'utf8');
};
