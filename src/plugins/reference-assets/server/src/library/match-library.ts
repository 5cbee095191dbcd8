import type { Stores } from '../stores';
import type { Scope } from '../stores/asset-filter';
import type { AssetRow } from '../stores/asset-rows';
import type { MatchCandidate, MatchLibrary } from '../video/match';
import type { WordFinder } from './find-words';
import { wordsOf } from './index-words';
import { rightsAllow } from './rights';
import type { QueryVectors } from './search/query-vectors';
import { tokenize, wordScore } from './words';

type Needs = Pick<Stores, 'assets' | 'cards' | 'vectors'> & {
  queryVectors: QueryVectors;
  finder: WordFinder;
  /** A model's text–image cosine as a score 0–1, comparable between models. */
  textImage(model: string, cosine: number): number;
};

/**
 * Whether what is known of a picture may be matched: also while it is analysed again, or where that failed, so that asking
 * for new words takes nothing out of the videos made meanwhile.
 */
const isKnown = ({ analysisStatus, analysis, contentHash, assetType }: AssetRow): boolean => {
  if (analysisStatus === 'done') return true;
  const isKept = analysisStatus !== 'refused' && analysis?.error?.code !== 'file-gone';
  return isKept && contentHash !== null && assetType !== null;
};

/** Relative luminance of what a picture shows most of, 0–1. */
const luminanceOf = (row: AssetRow): number | undefined => {
  const colors = row.dominantColors ?? [];
  const total = colors.reduce((sum, one) => sum + one.share, 0);
  if (total === 0) return undefined;
  const luma = (rgb: readonly number[]) =>
    (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]) / 255;
  return colors.reduce((sum, one) => sum + luma(one.rgb) * one.share, 0) / total;
};

const toCandidate = (
  row: AssetRow,
  stems: readonly string[],
  semantic: number | null,
): MatchCandidate => ({
  documentId: row.documentId,
  name: row.name,
  description: row.description,
  assetType: row.assetType ?? 'prop',
  isLogo: row.isLogo ?? false,
  primaryObject: row.primaryObject,
  colors: row.colors ?? [],
  styleTags: row.styleTags ?? [],
  recommendedShotTypes: row.recommendedShotTypes ?? [],
  usageContexts: row.usageContexts ?? [],
  hasTransparency: row.hasTransparency ?? false,
  usageCount: row.usageCount ?? 0,
  lastUsedAt: row.lastUsedAt,
  createdAt: row.createdAt,
  luminance: luminanceOf(row),
  rightsOk: rightsAllow(row),
  semantic,
  wordScore: stems.length > 0 ? wordScore(stems, wordsOf(row)).score : 0,
});

/** The library as the matcher sees it: candidates by words, by meaning, and the newest of the role. */
export const createMatchLibrary =
  ({ assets, cards, vectors, queryVectors, finder, textImage }: Needs) =>
  (scope: Scope): MatchLibrary => ({
    async candidates({ role, words, limit }) {
      const filter = role === 'logo' ? { scope, isLogo: true } : { scope, assetType: role };
      const stems = tokenize(words.join(' '));
      const meaning = new Map<string, number>();
      const asked = await queryVectors.of(words.join(' '));
      if (asked) {
        const { model, vector } = asked;
        const near = await vectors.nearest(model, vector, filter, limit);
        near.forEach(({ documentId, distance }) =>
          meaning.set(documentId, textImage(model, 1 - distance)),
        );
      }
      // By words the whole library: a kettle that was taken for a prop is still the kettle that was asked for.
      const worded = await finder.find(stems, role === 'logo' ? filter : { scope }, limit);
      const newest = await assets.ofRole(filter, limit);
      const ids = [...new Set([...meaning.keys(), ...worded, ...newest])];
      const rows = (await cards.shown(ids, scope)).filter(isKnown);
      return rows.map((row) => toCandidate(row, stems, meaning.get(row.documentId) ?? null));
    },

    async byIds(ids) {
      const rows = await cards.shown(ids, scope);
      return rows.map((row) => toCandidate(row, [], null));
    },
  });
export type MatchLibraryFor = ReturnType<typeof createMatchLibrary>;
