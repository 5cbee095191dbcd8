import type { Stores } from '../../stores';
import type { AssetText } from '../../stores/asset-cards';
import { documentOf } from '../index-words';
import { foldText, headsOf, readDocument, type ReadDocument } from '../words';

/** What searches score of an asset, read once. Shape: `text` is everything said of it, folded; `heads` the things it shows. */
export interface ReadText extends ReadDocument {
  documentId: string;
  dominantColors: AssetText['dominantColors'];
  text: string;
  heads: ReadonlySet<string>;
}

/** Some thousand assets are what one library's searches bring up again and again; each takes two or three kilobytes. */
const mostRemembered = 10_000;

const allText = (row: AssetText): string =>
  foldText(
    [
      row.name,
      row.description,
      row.altText,
      row.visibleText,
      ...(row.styleTags ?? []),
      row.fileName,
    ]
      .filter(Boolean)
      .join(' '),
  );

const read = (row: AssetText): ReadText => ({
  ...readDocument(documentOf(row)),
  documentId: row.documentId,
  dominantColors: row.dominantColors,
  text: allText(row),
  heads: headsOf([row.description ?? '', row.name, row.primaryObject ?? ''].join(', ')),
});

/**
 * The texts of assets as searches score them. Reading words out of hundreds of texts is the dearest part of a search, so
 * what was read is remembered together with the version of its rows, and read again when that has changed.
 */
export const createTextReader = ({ cards }: Pick<Stores, 'cards'>) => {
  const remembered = new Map<string, { version: string; text: ReadText }>();

  const remember = (version: string, text: ReadText): void => {
    if (remembered.size >= mostRemembered)
      remembered.delete(remembered.keys().next().value as string);
    remembered.set(text.documentId, { version, text });
  };

  return {
    /** Some assets' texts in the order asked for; those that are gone are left out. */
    async of(documentIds: readonly string[]): Promise<ReadText[]> {
      const versions = await cards.versions(documentIds);
      const unread = [...versions].filter(
        ([id, version]) => remembered.get(id)?.version !== version,
      );
      const rows = await cards.texts(unread.map(([id]) => id));
      const fresh = new Map(rows.map((row) => [row.documentId, read(row)]));
      for (const [id, text] of fresh) remember(versions.get(id) as string, text);
      return documentIds.flatMap((id) => {
        if (!versions.has(id)) return [];
        return fresh.get(id) ?? remembered.get(id)?.text ?? [];
      });
    },
  };
};
export type TextReader = ReturnType<typeof createTextReader>;
