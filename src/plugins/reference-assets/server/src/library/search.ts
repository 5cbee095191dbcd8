import type {
  Asset,
  Hit,
  SearchMeta,
  SearchQuery,
  SimilarQuery,
} from '../../../shared/contracts/assets';
import type { Encoder } from '../providers/ports';
import type { Stores } from '../stores';
import type { AssetFilter } from '../stores/asset-filter';
import { toAsset, type AssetRow } from '../stores/asset-rows';
import type { Browse } from './browse';
import { colorScore } from './color-score';
import { imageModel, searchNotice } from './encoding';
import type { WordFinder } from './find-words';
import { fuse, type FusedHit, type RankedList } from './fuse';
import { wordsOf } from './index-words';
import type { PictureVector } from './picture-vector';
import { scopeOf, type Viewer } from './viewer';
import { parseSearch, wordScore, foldText, type ParsedSearch } from './words';

interface Needs extends Pick<Stores, 'assets' | 'vectors'> {
  encoder: Encoder;
  browse: Browse;
  finder: WordFinder;
  pictureVector: PictureVector;
}
type Answer = { data: Hit[]; meta: SearchMeta };

const poolSize = 200;

/** Cosine distances as a score that falls to nothing where pictures have nothing in common. */
const imageScore = (distance: number): number => Math.max(0, Math.min(1, 1 - distance));

/** CLIP's text–image cosines lie at .15–.35 even for right answers; this spreads that range over 0–1. */
const textScore = (distance: number): number =>
  Math.max(0, Math.min(1, (1 - distance - 0.15) / 0.2));

const allText = (row: AssetRow): string =>
  foldText(
    [row.name, row.description, ...(row.styleTags ?? []), row.file?.name].filter(Boolean).join(' '),
  );

const allowed = (row: AssetRow, search: ParsedSearch): boolean => {
  const text = allText(row);
  return (
    search.phrases.every((phrase) => text.includes(phrase)) &&
    !search.excluded.some((word) => text.includes(word))
  );
};

/** Finding assets by words, by picture and by another asset. */
export const createSearch = ({
  assets,
  vectors,
  encoder,
  browse,
  finder,
  pictureVector,
}: Needs) => {
  const filterOf = (query: SimilarQuery, viewer: Viewer): AssetFilter => ({
    scope: scopeOf(viewer),
    assetType: query.assetType,
    isLogo: query.isLogo,
  });

  const byVector = async (text: string, filter: AssetFilter): Promise<RankedList | null> => {
    if (encoder.status().state !== 'ready') return null;
    const near = await vectors.nearest(
      encoder.model,
      await encoder.encodeText(text),
      filter,
      poolSize,
    );
    const hits = near.map(({ documentId, distance }) => ({
      id: documentId,
      score: textScore(distance),
    }));
    return { source: 'vector', hits: hits.filter(({ score }) => score > 0) };
  };

  const byWords = (rows: readonly AssetRow[], search: ParsedSearch): RankedList => ({
    source: 'words',
    hits: rows.flatMap((row) => {
      const { score, matched } = wordScore(search.words, wordsOf(row));
      return score > 0 ? [{ id: row.documentId, score, reasons: matched }] : [];
    }),
  });

  const hitsOf = (fused: readonly FusedHit[], rows: ReadonlyMap<string, AssetRow>): Hit[] =>
    fused.flatMap(({ id, score, matched, reasons }) => {
      const row = rows.get(id);
      return row ? [{ asset: toAsset(row), score, matched, reasons }] : [];
    });

  const near = async (
    vector: ArrayLike<number>,
    model: string,
    query: SimilarQuery,
    filter: AssetFilter,
  ): Promise<Answer> => {
    const found = await vectors.nearest(model, vector, filter, query.limit);
    const rows = await assets.some(
      found.map((one) => one.documentId),
      filter.scope,
    );
    const byId = new Map<string, Asset>(rows.map((row) => [row.documentId, toAsset(row)]));
    const data = found.flatMap(({ documentId, distance }) => {
      const asset = byId.get(documentId);
      const score = imageScore(distance);
      return asset ? [{ asset, score, matched: { vector: score }, reasons: ['looks alike'] }] : [];
    });
    return { data, meta: { total: data.length, vectors: model, notice: searchNotice(encoder) } };
  };

  return {
    /** Assets for a text, best first; without a text, the newest that fit the filters. */
    async find(query: SearchQuery, viewer: Viewer): Promise<Answer> {
      const filter = filterOf(query, viewer);
      const search = parseSearch(query.q);
      const colors = query.color ? [...parseSearch(query.color).colors] : search.colors;
      const notice = searchNotice(encoder);
      const meta = { vectors: notice ? null : encoder.model, ...(notice && { notice }) };
      if (!query.q && colors.length === 0) {
        const list = { ...query, page: 1, pageSize: query.limit, status: undefined };
        const { rows, total } = await assets.page(list, filter.scope);
        const data = rows.map((row) => ({
          asset: toAsset(row),
          score: 1,
          matched: {},
          reasons: [],
        }));
        return { data, meta: { ...meta, total } };
      }
      const [near, worded] = await Promise.all([
        query.q ? byVector(query.q, filter) : null,
        query.q ? finder.find(search.words, filter, poolSize) : [],
      ]);
      const colored =
        !query.q && colors.length > 0 ? await assets.withColors(filter, poolSize) : [];
      const ids = [...new Set([...(near?.hits ?? []).map((hit) => hit.id), ...worded, ...colored])];
      const rows = (await assets.some(ids, filter.scope)).filter((row) => allowed(row, search));
      const lists = [byWords(rows, search), ...(near ? [near] : [])];
      if (colors.length > 0)
        lists.push({ source: 'color', weight: 0.5, hits: colorScore(rows, colors) });
      const fused = fuse(lists).filter((hit) => hit.score > 0);
      const data = hitsOf(fused, new Map(rows.map((row) => [row.documentId, row])));
      return { data: data.slice(0, query.limit), meta: { ...meta, total: data.length } };
    },

    /** Assets that look like a picture. Throws `ValidationError` for what is none. */
    async byPicture(path: string, query: SimilarQuery, viewer: Viewer): Promise<Answer> {
      const { vector, model } = await pictureVector(path);
      return near(vector, model, query, filterOf(query, viewer));
    },

    /** Assets that look like an asset, without itself. */
    async similar(documentId: string, query: SimilarQuery, viewer: Viewer): Promise<Answer> {
      const row = await browse.row(documentId, viewer);
      const model = imageModel(encoder);
      const vector = (await vectors.of(model, [row.documentId])).get(row.documentId);
      if (!vector)
        return {
          data: [],
          meta: { total: 0, vectors: model, notice: 'This asset is not analysed yet.' },
        };
      return near(vector, model, query, { ...filterOf(query, viewer), except: [row.documentId] });
    },
  };
};
export type Search = ReturnType<typeof createSearch>;
