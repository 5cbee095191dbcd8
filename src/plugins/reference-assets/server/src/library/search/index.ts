import { errors } from '@strapi/utils';
import type {
  Hit,
  SearchMeta,
  SearchQuery,
  SimilarQuery,
} from '../../../../shared/contracts/asset-search';
import type { Encoder } from '../../providers/ports';
import type { Stores } from '../../stores';
import type { AssetFilter } from '../../stores/asset-filter';
import { toAsset } from '../../stores/asset-rows';
import type { Browse } from '../browse';
import { descriptorModel, imageModel, searchNotice } from '../encoding';
import type { WordFinder } from '../find-words';
import { fuse, type FusedHit, type RankedList } from '../fuse';
import type { PictureVector } from '../picture-vector';
import { scopeOf, type Viewer } from '../viewer';
import { parseSearch } from '../words';
import { centroid } from './centroid';
import { createColorList } from './color-list';
import { filterOf } from './filter-of';
import { createLookList } from './look-list';
import type { QueryVectors } from './query-vectors';
import { createTextReader } from './read-texts';
import { createShownAssets } from './shown-assets';
import { createTextLists, type TextLists } from './text-lists';
import { thingOf } from './thing-of';

interface Needs extends Pick<Stores, 'assets' | 'cards' | 'vectors' | 'words' | 'rightsRules'> {
  encoder: Encoder;
  queryVectors: QueryVectors;
  browse: Browse;
  finder: WordFinder;
  pictureVector: PictureVector;
  textImage(model: string, cosine: number): number;
}
type Answer = { data: Hit[]; meta: SearchMeta };

/** A picture to look like, as a vector of a model. */
interface Look {
  vector: ArrayLike<number>;
  model: string;
  reason: string;
  except: readonly string[];
}

const notAnalysed = 'This asset is not analysed yet.';

/** Finding assets by words, by picture, by other assets, and by words and pictures together. */
export const createSearch = (needs: Needs) => {
  const { assets, cards, vectors, encoder, browse, pictureVector, rightsRules } = needs;
  const reader = createTextReader(needs);
  const texts = createTextLists({ ...needs, reader });
  const colors = createColorList({ ...needs, reader });
  const looks = createLookList(needs);
  const shownAssets = createShownAssets(needs);

  const metaOf = (model: string | null, rest: { total: number; page: number; limit: number }) => {
    const notice = searchNotice(encoder);
    const { total, page, limit } = rest;
    const pageCount = Math.ceil(total / limit);
    return { total, page, pageCount, vectors: model, ...(notice && { notice }) };
  };

  /** One page of a fused answer; only what is shown is fetched whole. */
  const shown = async (
    fused: readonly FusedHit[],
    query: SimilarQuery,
    filter: AssetFilter,
    { model, versions }: Pick<TextLists, 'model' | 'versions'>,
  ): Promise<Answer> => {
    const { page, limit } = query;
    const wanted = fused.slice((page - 1) * limit, page * limit);
    const ids = wanted.map(({ id }) => id);
    const rows = await shownAssets.of(ids, versions, filter.scope);
    const byId = new Map(rows.map((row) => [row.documentId, row]));
    const data = wanted.flatMap(({ id, score, matched, reasons }) => {
      const row = byId.get(id);
      return row ? [{ asset: toAsset(row), score, matched, reasons }] : [];
    });
    return { data, meta: metaOf(model, { total: fused.length, page, limit }) };
  };

  /** What fits the filters, newest first, where a search asks for nothing else. */
  const newest = async (query: SimilarQuery, filter: AssetFilter): Promise<Answer> => {
    const { page, limit } = query;
    const { ids, total } = await cards.page(filter, { offset: (page - 1) * limit, limit });
    const rows = await cards.shown(ids, filter.scope);
    const data = rows.map((row) => ({ asset: toAsset(row), score: 1, matched: {}, reasons: [] }));
    const model = searchNotice(encoder) ? null : encoder.model;
    return { data, meta: metaOf(model, { total, page, limit }) };
  };

  const answer = async (query: SearchQuery, viewer: Viewer, look: Look | null): Promise<Answer> => {
    const conditions = await filterOf(query, viewer, rightsRules);
    const filter = look ? { ...conditions, except: look.except } : conditions;
    const search = parseSearch(query.q);
    const asked = colors.asked(search, query.color);
    const isPlain = !query.q && asked.length === 0 && !look;
    if (isPlain) return newest(query, filter);
    const [textual, alike] = await Promise.all([
      texts.lists(query.q, search, filter),
      look && looks.list(look, filter),
    ]);
    const lists: RankedList[] = [...textual.lists, ...(alike ? [alike] : [])];
    const colored = await colors.list(asked, {
      filter,
      among: lists.flatMap(({ hits }) => hits.map(({ id }) => id)),
      isRequired: query.color !== undefined,
      isAlone: lists.every(({ hits }) => hits.length === 0) && !textual.asksForThings && !look,
    });
    const kept = colored?.only
      ? lists.map((list) => ({
          ...list,
          hits: list.hits.filter(({ id }) => colored.only?.has(id)),
        }))
      : lists;
    const fused = fuse([...kept, ...(colored ? [colored.list] : [])]).filter(
      ({ score }) => score > 0,
    );
    const model = alike ? (look as Look).model : textual.model;
    return shown(fused, query, filter, { model, versions: textual.versions });
  };

  const lookOfAssets = async (ids: readonly string[], viewer: Viewer): Promise<Look | null> => {
    const chosen = await assets.some(ids, scopeOf(viewer));
    if (chosen.length < new Set(ids).size)
      throw new errors.ValidationError('Some of these assets are not in your library.');
    const model = imageModel(encoder);
    const known = [...(await vectors.of(model, ids)).values()];
    if (known.length === 0) return null;
    return {
      vector: centroid(known),
      model,
      reason: 'fits the look of your selection',
      except: ids,
    };
  };

  const nothing = (notice: string): Answer => ({
    data: [],
    meta: { total: 0, page: 1, pageCount: 0, vectors: imageModel(encoder), notice },
  });

  return {
    /** Assets for words, colours and other assets, best first; without any of them, the newest that fit the filters. */
    async find(query: SearchQuery, viewer: Viewer): Promise<Answer> {
      if (!query.like) return answer(query, viewer, null);
      const look = await lookOfAssets(query.like, viewer);
      return look ? answer(query, viewer, look) : nothing(notAnalysed);
    },

    /** Assets that look like a picture, and that words describe where there are some. Throws `ValidationError` for what is none. */
    async byPicture(path: string, query: SearchQuery, viewer: Viewer): Promise<Answer> {
      const { vector, model } = await pictureVector(path);
      return answer(query, viewer, { vector, model, reason: 'looks alike', except: [] });
    },

    /** Assets that look like an asset, and without a model those that show the same by their texts; without itself. */
    async similar(documentId: string, query: SimilarQuery, viewer: Viewer): Promise<Answer> {
      const row = await browse.row(documentId, viewer);
      const model = imageModel(encoder);
      const vector = (await vectors.of(model, [row.documentId])).get(row.documentId);
      if (!vector) return nothing(notAnalysed);
      const look = { vector, model, reason: 'looks alike', except: [row.documentId] };
      // Without a model a look is colours and shapes: what the asset shows is known from its texts alone.
      const q = model === descriptorModel ? thingOf(row) : '';
      return answer({ ...query, q }, viewer, look);
    },

    /** Reads what searches score of a page of the newest assets; returns how many there were. */
    async readAhead(offset: number, limit: number): Promise<number> {
      const ids = await cards.ids({ scope: { all: true } }, { offset, limit });
      await reader.of(ids);
      return ids.length;
    },

    /** Assets whose look fits a selection, the selection itself left out. */
    async recommend(ids: readonly string[], query: SimilarQuery, viewer: Viewer): Promise<Hit[]> {
      const look = await lookOfAssets(ids, viewer);
      return look ? (await answer({ ...query, q: '' }, viewer, look)).data : [];
    },
  };
};
export type Search = ReturnType<typeof createSearch>;
