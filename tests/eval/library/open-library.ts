import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { describeLocally } from '../../../src/plugins/reference-assets/server/src/library/analysis/describe-locally';
import { createBrowse } from '../../../src/plugins/reference-assets/server/src/library/browse';
import {
  descriptorModel,
  descriptorPartModels,
} from '../../../src/plugins/reference-assets/server/src/library/encoding';
import { createWordFinder } from '../../../src/plugins/reference-assets/server/src/library/find-words';
import { indexWords } from '../../../src/plugins/reference-assets/server/src/library/index-words';
import { createMatchLibrary } from '../../../src/plugins/reference-assets/server/src/library/match-library';
import { createSearch } from '../../../src/plugins/reference-assets/server/src/library/search';
import { createQueryVectors } from '../../../src/plugins/reference-assets/server/src/library/search/query-vectors';
import { measurePicture } from '../../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { measuredPicture } from '../../../src/plugins/reference-assets/server/src/media/measured-picture';
import { textImageScore } from '../../../src/plugins/reference-assets/server/src/providers/clip';
import type { Encoder } from '../../../src/plugins/reference-assets/server/src/providers/ports';
import { createAssetCards } from '../../../src/plugins/reference-assets/server/src/stores/asset-cards';
import { createAssetQueries } from '../../../src/plugins/reference-assets/server/src/stores/asset-queries';
import type { Scope } from '../../../src/plugins/reference-assets/server/src/stores/asset-filter';
import type { RunSql } from '../../../src/plugins/reference-assets/server/src/stores/sql';
import { createVectorPolicy } from '../../../src/plugins/reference-assets/server/src/stores/vector-policy';
import { createVectors } from '../../../src/plugins/reference-assets/server/src/stores/vectors';
import { createWordsIndex } from '../../../src/plugins/reference-assets/server/src/stores/words-index';
import { labelledPictures, type LabelledPicture } from './labelled-pictures';
import { openDatabase } from './open-database';

/** A picture of the library under its neutral name. */
export interface Shelved extends LabelledPicture {
  documentId: string;
  hasTransparency: boolean;
}

/** No model: what is measured is what the project finds by itself. */
const noModel: Encoder = {
  model: 'none',
  dimension: 1,
  status: () => ({ state: 'absent', model: 'none', dimension: 1 }),
  start: () => Promise.resolve(),
  encodeText: () => Promise.reject(new Error('there is no model')),
  encodeImage: () => Promise.reject(new Error('there is no model')),
  close: () => Promise.resolve(),
};

/** Nothing is asked of rights: what is measured is likeness. */
const noRules = { requireLicence: false, requireConsent: false, territories: [], warnDays: 0 };

const json = (value: unknown): string => JSON.stringify(value);

const storesOn = (sql: RunSql, pgvector: string) => {
  const cards = createAssetCards(sql, noRules);
  const policy = createVectorPolicy(sql, {
    pgvector,
    embedded: true,
    exactMs: 5,
    exactRows: 3000,
  });
  return {
    cards,
    words: createWordsIndex(sql),
    vectors: createVectors(sql, { together: (work) => work(), alone: (work) => work(sql), policy }),
    assets: {
      ...createAssetQueries(sql),
      some: (ids: readonly string[], scope: Scope) => cards.shown(ids, scope),
      find: async (id: string, scope: Scope) => (await cards.shown([id], scope))[0] ?? null,
    },
  };
};
type LibraryStores = ReturnType<typeof storesOn>;

/** Measures a picture as an upload does and stores what an analysis stores; its name says nothing. */
const shelve = async (
  picture: LabelledPicture,
  index: number,
  sql: RunSql,
  { cards, words, vectors }: LibraryStores,
): Promise<Shelved> => {
  const documentId = `asset${String(index).padStart(10, '0')}`;
  const neutral = `a${path.extname(picture.file)}`;
  const measured = await measuredPicture(await readFile(picture.file), {
    fileName: neutral,
    caption: picture.caption,
  });
  const [{ fileId }] = await sql<{ fileId: number }>(
    'INSERT INTO files (document_id, name, folder_path) VALUES (?, ?, ?) RETURNING id AS "fileId"',
    [`file${documentId}`, neutral, '/1'],
  );
  const { columns } = describeLocally(measured, {
    file: { alternativeText: null },
    caption: picture.caption,
  });
  const [{ id }] = await sql<{ id: number }>(
    `INSERT INTO reference_assets (document_id, name, description, asset_type, primary_object, colors, dominant_colors, style_tags,
       recommended_shot_types, usage_contexts, is_logo, has_transparency, width, height, content_hash, perceptual_hash, analysis_status, file_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'done', ?) RETURNING id`,
    [
      ...[documentId, columns.name, columns.description, columns.assetType, columns.primaryObject],
      ...[json(measured.colors), json(measured.dominantColors), json(columns.styleTags)],
      ...[json(columns.recommendedShotTypes), json(columns.usageContexts), columns.isLogo],
      ...[measured.hasTransparency, measured.width, measured.height],
      ...[measured.contentHash, measured.perceptualHash, fileId],
    ],
  );
  await vectors.put(id, [
    [descriptorModel, measured.descriptor],
    ...measured.descriptorParts.map(
      (vector, part) => [descriptorPartModels[part], vector] as const,
    ),
  ]);
  const [row] = await cards.shown([documentId], { all: true });
  await indexWords(words, { ...row, file: { name: neutral } as never });
  return { ...picture, documentId, hasTransparency: measured.hasTransparency };
};

/** Real stores, real search and real matching on an empty database in memory. */
export const assemble = async (encoder: Encoder = noModel) => {
  const { sql, pgvector, close } = await openDatabase();
  const stores = storesOn(sql, pgvector);
  const pictures: Shelved[] = [];
  const finder = createWordFinder(stores.words);
  const queryVectors = createQueryVectors(encoder);
  const needs = { ...stores, encoder, finder, queryVectors, textImage: textImageScore };
  const search = createSearch({
    ...needs,
    browse: createBrowse(needs as never),
    pictureVector: async (file: string) => ({
      vector: (await measurePicture(await readFile(file))).descriptor,
      model: descriptorModel,
    }),
  } as never); // the part of the stores that searches use
  const libraryFor = createMatchLibrary(needs as never);
  return { pictures, search, stores, sql, libraryFor, close };
};
export type EvaluatedLibrary = Awaited<ReturnType<typeof assemble>>;

/** The project's own library on a labelled folder, captions in place of the descriptions an analysis would write. */
export const openLibrary = async (folder: string): Promise<EvaluatedLibrary> => {
  const library = await assemble();
  for (const [index, picture] of (await labelledPictures(folder)).entries())
    library.pictures.push(await shelve(picture, index, library.sql, library.stores));
  return library;
};
