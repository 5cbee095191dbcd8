import type { AssetRow } from '../stores/asset-rows';
import type { AssetText } from '../stores/asset-cards';
import type { WordsIndex } from '../stores/words-index';
import { colorLexemes } from './search/color-match';
import { camelWords, joinedPairs, tokenize, type WordDocument } from './words';

/** Version of the words written here; a higher one makes reconcile write those of older assets again. */
export const wordsVersion = 2;

/** The words an asset can be found by, from the part of its row that a search reads. */
export const documentOf = (
  row: Omit<AssetText, 'dominantColors' | 'documentId'>,
): WordDocument => ({
  name: row.name,
  description: [row.description, row.altText].filter(Boolean).join(' ') || null,
  tags: row.styleTags,
  usage: row.usageContexts,
  primaryObject: row.primaryObject,
  fileName: row.fileName,
  colors: row.colors,
  visibleText: row.visibleText,
  assetType: row.isLogo ? `${row.assetType ?? ''} logo` : row.assetType,
});

/** The words an asset can be found by. */
export const wordsOf = (row: AssetRow): WordDocument =>
  documentOf({ ...row, fileName: row.file?.name ?? null });

/** Stores the words and colours of an asset in the index, as searches ask for them. */
export const indexWords = (words: Pick<WordsIndex, 'put'>, row: AssetRow): Promise<void> => {
  const document = wordsOf(row);
  const text = [
    document.name,
    document.description,
    ...(document.tags ?? []),
    ...(document.usage ?? []),
    document.primaryObject,
    document.fileName?.replace(/\.\w{2,5}$/, ''),
    ...(document.colors ?? []),
    document.assetType,
    document.visibleText,
  ];
  const all = text.filter(Boolean).join(' ');
  const found = [...tokenize(all), ...camelWords(all)];
  return words.put(
    row.id,
    [...found, ...joinedPairs(found), ...colorLexemes(row.dominantColors ?? [])],
    wordsVersion,
  );
};
