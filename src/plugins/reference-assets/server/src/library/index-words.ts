import type { AssetRow } from '../stores/asset-rows';
import type { WordsIndex } from '../stores/words-index';
import { tokenize, type WordDocument } from './words';

/** The words an asset can be found by. */
export const wordsOf = (row: AssetRow): WordDocument => ({
  name: row.name,
  description: [row.description, row.altText].filter(Boolean).join(' ') || null,
  tags: [...(row.styleTags ?? []), ...(row.usageContexts ?? [])],
  primaryObject: row.primaryObject,
  fileName: row.file?.name ?? null,
  colors: row.colors,
  visibleText: row.visibleText,
  assetType: row.isLogo ? `${row.assetType ?? ''} logo` : row.assetType,
});

/** Stores the words of an asset in the index, as the stems that searches ask for. */
export const indexWords = (words: Pick<WordsIndex, 'put'>, row: AssetRow): Promise<void> => {
  const document = wordsOf(row);
  const text = [
    document.name,
    document.description,
    ...(document.tags ?? []),
    document.primaryObject,
    document.fileName?.replace(/\.\w{2,5}$/, ''),
    ...(document.colors ?? []),
    document.assetType,
    document.visibleText,
  ];
  return words.put(row.id, [...new Set(tokenize(text.filter(Boolean).join(' ')))]);
};
