import type { Viewer } from '../../../src/plugins/reference-assets/server/src/library/viewer';
import { searchQuery } from '../../../src/plugins/reference-assets/shared/contracts/asset-search';
import { createRandom, mean, share, shuffled, type EvaluationFigure } from '../figures';
import type { EvaluatedLibrary, Shelved } from '../library/open-library';
import type { TextQuery } from '../questions/text-queries';

const everything: Viewer = { kind: 'token', name: 'evaluation' };
const top = 5;

/** What one way of searching answered to one search. */
export interface Answered {
  query: TextQuery;
  relevant: Set<string>;
  found: string[];
}

/** Share of what was there to find (five at most) among the first five. */
const precision = ({ relevant, found }: Answered): number =>
  found.slice(0, top).filter((id) => relevant.has(id)).length / Math.min(top, relevant.size);

/** Share of all there was to find among the first five. */
const recall = ({ relevant, found }: Answered): number =>
  found.slice(0, top).filter((id) => relevant.has(id)).length / relevant.size;

/** Share of what is shown first that answers. */
const purity = ({ relevant, found }: Answered): number => {
  const shown = found.slice(0, top);
  return shown.length === 0 ? 0 : shown.filter((id) => relevant.has(id)).length / shown.length;
};

const answering = (
  queries: readonly TextQuery[],
  pictures: readonly Shelved[],
): { query: TextQuery; relevant: Set<string> }[] =>
  queries.map((query) => ({
    query,
    relevant: new Set(
      pictures
        .filter(({ caption }) => query.wants?.test(caption))
        .map(({ documentId }) => documentId),
    ),
  }));

/** Pictures whose caption holds every word as it was typed: what a search without any understanding finds. */
const byPlainWords = (ask: string, pictures: readonly Shelved[]): string[] => {
  const asked = ask.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const words = ({ caption }: Shelved) => new Set(caption.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return pictures
    .filter((picture) => asked.every((word) => words(picture).has(word)))
    .map(({ documentId }) => documentId);
};

/** How text search answers, beside a random order and a search for the words as typed. */
export const evaluateTextSearch = async (
  { pictures, search }: EvaluatedLibrary,
  queries: readonly TextQuery[],
  report: (answered: Answered) => void = () => undefined,
): Promise<EvaluationFigure[]> => {
  const random = createRandom(7);
  const ours: Answered[] = [];
  const plain: Answered[] = [];
  const chance: Answered[] = [];
  for (const one of answering(queries, pictures)) {
    const query = searchQuery.parse({ q: one.query.ask, limit: 50 });
    const { data } = await search.find(query, everything);
    ours.push({ ...one, found: data.map(({ asset }) => asset.documentId) });
    report(ours[ours.length - 1]);
    plain.push({ ...one, found: byPlainWords(one.query.ask, pictures) });
    const ids = pictures.map(({ documentId }) => documentId);
    chance.push({ ...one, found: shuffled(ids, random) });
  }
  return figuresOf(ours, [
    ['words as typed', plain],
    ['random order', chance],
  ]);
};

const figuresOf = (
  ours: readonly Answered[],
  peers: readonly [name: string, answers: readonly Answered[]][],
): EvaluationFigure[] => {
  const asking = (all: readonly Answered[]) => all.filter(({ relevant }) => relevant.size > 0);
  const empty = (all: readonly Answered[]) => all.filter(({ relevant }) => relevant.size === 0);
  const metrics: [string, (all: readonly Answered[]) => number][] = [
    ['precision@5 of what was there to find', (all) => mean(asking(all).map(precision))],
    ['recall@5', (all) => mean(asking(all).map(recall))],
    ['purity of the first five', (all) => mean(asking(all).map(purity))],
    [
      '"nothing" answered with nothing',
      (all) =>
        share(empty(all).filter(({ found }) => found.length === 0).length, empty(all).length),
    ],
  ];
  return metrics.flatMap(([metric, value]) =>
    peers.map(([name, answers]) => ({
      eval: 'text-search',
      metric,
      value: value(ours),
      n: metric.startsWith('"') ? empty(ours).length : asking(ours).length,
      reference: { name, value: value(answers) },
    })),
  );
};
