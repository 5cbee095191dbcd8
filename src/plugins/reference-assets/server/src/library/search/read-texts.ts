import type { Stores } from '../../stores';
import type { AssetText } from '../../stores/asset-cards';
import type { VersionedId } from '../../stores/text-version';
import { documentOf } from '../index-words';
import { foldText, headsOf, readDocument, type ReadDocument } from '../words';
import { createVersionedMemory } from './versioned-memory';

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
  const remembered = createVersionedMemory<ReadText>(mostRemembered);

  /** The texts of assets that a question just found, in its order; those that are gone meanwhile are left out. */
  const found = async (assets: readonly VersionedId[]): Promise<ReadText[]> => {
    // What is remembered is held on to before anything is waited for: other searches make room for their own meanwhile.
    const texts = new Map<string, ReadText>();
    const unread = new Map<string, string>();
    for (const { documentId, version } of assets) {
      const known = remembered.at(documentId, version);
      if (known) texts.set(documentId, known);
      else unread.set(documentId, version);
    }
    for (const row of await cards.texts([...unread.keys()])) {
      const text = read(row);
      texts.set(row.documentId, text);
      remembered.keep(row.documentId, unread.get(row.documentId), text);
    }
    return assets.flatMap(({ documentId }) => texts.get(documentId) ?? []);
  };

  return {
    found,

    /** The same of assets of which only the ids are known. */
    of: async (documentIds: readonly string[]): Promise<ReadText[]> =>
      found(await cards.versions(documentIds)),
  };
};
export type TextReader = ReturnType<typeof createTextReader>;
