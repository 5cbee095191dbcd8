import type { Stores } from '../../stores';
import type { AssetFilter } from '../../stores/asset-filter';
import type { RankedList } from '../fuse';
import { namedColors, type ParsedSearch } from '../words';
import { askedColor, lexemesFor, type AskedColor } from './color-match';
import { colorScore } from './color-score';
import type { TextReader } from './read-texts';

type Needs = Pick<Stores, 'words'> & { reader: TextReader };

/** What colours said about an answer. Shape: `only` holds the assets that may stay, when a colour was made a condition. */
export interface ColorAnswer {
  list: RankedList;
  only: ReadonlySet<string> | null;
}

const poolSize = 400;

/** Assets ranked by the colours a search names. */
export const createColorList = ({ reader, words }: Needs) => {
  /** Assets that show a colour much; when those are few, also those that show some of it. */
  const showing = async (color: AskedColor, filter: AssetFilter): Promise<string[]> => {
    const { much, some } = lexemesFor(color);
    const ask = (lexemes: string[], limit: number) =>
      words.matching([{ words: lexemes, weight: 1 }], filter, { limit, all: false });
    const first = await ask(much, poolSize);
    const more = first.length < poolSize ? await ask(some, poolSize - first.length) : [];
    return [...new Set([...first, ...more].map(({ documentId }) => documentId))];
  };

  return {
    /** The colours of a search: those of its own field, else those its words name. */
    asked: (search: ParsedSearch, color: string | undefined): AskedColor[] => {
      if (color === undefined) return search.colors.map(askedColor);
      const named = namedColors(color);
      return (named.length > 0 ? named : [color.toLowerCase()]).map(askedColor);
    },

    /** A named colour ranks what words found; alone, or as a condition, it finds assets itself. */
    async list(
      colors: readonly AskedColor[],
      options: {
        filter: AssetFilter;
        among: readonly string[];
        isRequired: boolean;
        isAlone: boolean;
      },
    ): Promise<ColorAnswer | null> {
      if (colors.length === 0) return null;
      const { filter, among, isRequired, isAlone } = options;
      const found = isAlone || among.length === 0 ? await showing(colors[0], filter) : [];
      if (found.length > 0 && !isAlone && !isRequired) return null;
      const ids = [...new Set([...among, ...found])];
      const hits = colorScore(await reader.of(ids), colors);
      const only = isRequired ? new Set(hits.map(({ id }) => id)) : null;
      const weight = isAlone ? 1 : 0.5;
      return { list: { source: 'color', weight, hits }, only };
    },
  };
};
