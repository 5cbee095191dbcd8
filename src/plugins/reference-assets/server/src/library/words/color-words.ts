import { foldText } from './fold';

/** One-word colour names, folded. */
export const colorWords: ReadonlySet<string> = new Set(
  `red blue green yellow orange purple violet pink brown black white grey gray beige gold golden silver navy turquoise teal cyan magenta
 maroon burgundy olive lime mint cream ivory khaki coral salmon lavender indigo crimson scarlet amber bronze copper charcoal
 rot blau grun gelb lila rosa braun schwarz weiss grau rouge bleu vert jaune noir blanc gris rojo azul verde amarillo negro blanco marron`.split(
    /\s+/,
  ),
);

const shades = new Set(
  'dark light deep pale bright pastel dunkel hell fonce clair oscuro claro'.split(' '),
);

const fullHex = (hex: string): string =>
  (hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex).toLowerCase();

/**
 * The colours a text names, as names ("dark green") or hex codes ("#c0392b"), in reading order, each once.
 *
 * Shape: hex codes are written out to six lower-case digits.
 */
export const namedColors = (text: string): string[] => {
  const found: string[] = [];
  let shade = '';
  for (const [part] of text.matchAll(
    /#(?:[\da-f]{6}|[\da-f]{3})(?![\p{L}\p{N}])|[\p{L}\p{N}]+/giu,
  )) {
    const word = part.startsWith('#') ? fullHex(part) : foldText(part);
    if (word.startsWith('#')) found.push(word);
    else if (colorWords.has(word)) found.push(shade ? `${shade} ${word}` : word);
    shade = shades.has(word) ? word : '';
  }
  return [...new Set(found)];
};
