/** Parts of file names that name a version or a camera's counter rather than the thing shown. */
const noise =
  /^(?:v\d+(?:\d+)*|ver\d*|version|rev\d*|final|copy|img|dsc|dscn|dscf|pxl|image|untitled|export|web|hires|lowres|hq|hd|\d+x\d+(?:px)?|\d+px|\d+dpi|rgb|cmyk|srgb|\d+x)$/i;
const extension = /\.(?:jpe?g|png|webp|avif|gif|tiff?|svg|heic|bmp|psd)$/i;
const LONGEST = 120;

const isCounter = (word: string): boolean => /^\d+$/.test(word);
const isCode = (word: string): boolean => /^[0-9a-f]{8,}$/i.test(word) && /\d/.test(word);
const isAbbreviation = (word: string): boolean => /^\p{Lu}{2,4}\d*$/u.test(word);

const baseName = (fileName: string): string => {
  const last = fileName.split(/[/\\]/).pop() ?? '';
  let name = last;
  while (extension.test(name)) name = name.replace(extension, '');
  return name;
};

const split = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_\-+.,;:()[\]{}"'<>|*?=&%#@!~^$`]+|\p{Cc}+/u)
    .filter((word) => word.length > 0);

/**
 * A name for people from a file name: "red-running_shoe_v2.PNG" becomes "Red running shoe".
 *
 * Versions, counters, sizes and hashes are left out unless nothing else remains; empty when nothing readable does.
 */
export const nameFromFile = (fileName: string): string => {
  const words = split(baseName(fileName.normalize('NFC')));
  const telling = words.filter((word) => !noise.test(word) && !isCounter(word) && !isCode(word));
  const lowered = (telling.length > 0 ? telling : words).map((word) =>
    isAbbreviation(word) ? word : word.toLowerCase(),
  );
  const name = lowered.join(' ').slice(0, LONGEST).trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
};
