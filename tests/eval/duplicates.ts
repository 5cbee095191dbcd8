import { openPicture } from '../../src/plugins/reference-assets/server/src/media/decode';
import { describeLook } from '../../src/plugins/reference-assets/server/src/media/analysis/descriptor';
import { viewOf } from '../../src/plugins/reference-assets/server/src/media/analysis/features/view';
import { MEASURING_LONG_SIDE } from '../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { hashDistance } from '../../src/plugins/reference-assets/server/src/media/analysis/perceptual-hash';
import { hashesOf } from '../../src/plugins/reference-assets/server/src/media/likeness/hashes';
import {
  judge,
  type PixelClass,
} from '../../src/plugins/reference-assets/server/src/media/likeness/judge';
import {
  printOf,
  type Print,
} from '../../src/plugins/reference-assets/server/src/media/likeness/print';
import { candidateLimits } from '../../src/plugins/reference-assets/server/src/library/likeness/candidate-limits';
import { alterations, openForAltering, type AlterationKind } from './altered-copies';
import { labelledPictures } from './library/labelled-pictures';
import { share, type EvaluationFigure } from './figures';
import { evaluateHeldOutPaint, type PaintPair } from './held-out-paint';

/** What a picture goes through when it is only saved again. */
const resavedKinds: AlterationKind[] = ['re-encode', 'resize'];

interface Seen {
  print: Print;
  hashes: string[];
  look: number[];
}

/** What became of one altered copy against the library of originals. */
interface Tried {
  kind: AlterationKind;
  /** Class in which its own original was found. */
  own: PixelClass | null;
  /** Classes in which other originals were found. */
  others: PixelClass[];
  /** False where the alteration changed nothing that can be seen, such as the hue of a grey picture. */
  isAltered: boolean;
}

const see = async (input: Buffer | string): Promise<Seen> => {
  const { raster, width, height } = await openPicture(input, { longSide: MEASURING_LONG_SIDE });
  const print = printOf(raster, { width, height });
  return { print, hashes: hashesOf(print), look: describeLook(viewOf(raster)) };
};

const bits = (a: Seen, b: Seen): number =>
  Math.min(...a.hashes.flatMap((one) => b.hashes.map((other) => hashDistance(one, other))));
const likeness = (a: Seen, b: Seen): number =>
  a.look.reduce((sum, value, at) => sum + value * b.look[at]!, 0);

/** Judges a copy against every original that the library would offer as a candidate, by the library's own limits. */
const judgeAll = (copy: Seen, library: readonly Seen[]): (PixelClass | null)[] => {
  const { hashBits, nearest, searchLikeness, searched } = candidateLimits;
  const alike = library.map((one) => likeness(copy, one));
  const ranked = alike.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
  const near = new Set(ranked.slice(0, nearest).map(({ at }) => at));
  const search = new Set(
    ranked
      .filter(({ value }) => value >= searchLikeness)
      .slice(0, searched)
      .map(({ at }) => at),
  );
  return library.map((one, at) => {
    if (!near.has(at) && bits(copy, one) > hashBits) return null;
    return judge(copy.print, one.print, { search: search.has(at) })?.class ?? null;
  });
};

const isVisible = (copy: Seen, original: Seen): boolean =>
  copy.print.pixels.length !== original.print.pixels.length ||
  copy.print.pixels.some((value, at) => Math.abs(value - original.print.pixels[at]!) > 3);

const isDuplicate = (found: PixelClass | null): boolean =>
  found === 're-encoded' || found === 'crop';

const figures = (tried: readonly Tried[]): EvaluationFigure[] => {
  const of = (...kinds: AlterationKind[]) => tried.filter(({ kind }) => kinds.includes(kind));
  const figure = (metric: string, value: number, n: number) => ({
    eval: 'duplicates',
    metric,
    value,
    n,
  });
  const resaved = of(...resavedKinds);
  const found = resaved.filter(({ own }) => own === 're-encoded').length;
  const all = tried.flatMap(({ others }) => others);
  const wrong = all.filter((one) => one === 're-encoded').length;
  const variants = of('recoloured').filter(({ isAltered }) => isAltered);
  const merged = variants.filter(({ own }) => isDuplicate(own)).length;
  const recall = (kind: AlterationKind, is: (one: PixelClass | null) => boolean) =>
    share(of(kind).filter(({ own }) => is(own)).length, of(kind).length);
  return [
    figure('re-encode/resize recall', share(found, resaved.length), resaved.length),
    figure(
      're-encode/resize precision',
      share(found, found + wrong + merged),
      found + wrong + merged,
    ),
    figure('variants merged', merged, variants.length),
    figure(
      'variants called variant',
      share(variants.filter(({ own }) => own === 'variant').length, variants.length),
      variants.length,
    ),
    ...(['re-encode', 'resize', 'crop', 'rotation', 'watermark'] as const).map((kind) =>
      figure(`${kind} found as a duplicate`, recall(kind, isDuplicate), of(kind).length),
    ),
    figure(
      'other pictures called a crop',
      all.filter((one) => one === 'crop').length,
      tried.length,
    ),
  ];
};

/**
 * Measures the classes of duplicates on copies made of a folder's pictures, each against the whole folder: every other
 * picture is a negative, and so is every recoloured copy.
 */
export const evaluateDuplicates = async (folder: string): Promise<EvaluationFigure[]> => {
  const pictures = await labelledPictures(folder);
  const files = pictures.map(({ file }) => file);
  const library: Seen[] = [];
  for (const file of files) library.push(await see(file));
  const tried: Tried[] = [];
  const pairs: PaintPair[] = [];
  for (const [at, file] of files.entries()) {
    const picture = await openForAltering(file);
    // The picture as a copy is made of it, saved without a loss: what an alteration is held against.
    const unaltered = await see(await picture.open().png().toBuffer());
    for (const { kind, make, name } of alterations) {
      const copy = await see(await make(picture));
      const found = judgeAll(copy, library);
      const others = found.filter((one, other) => one !== null && other !== at) as PixelClass[];
      const isAltered = isVisible(copy, unaltered);
      tried.push({ kind, own: found[at]!, others, isAltered });
      const isPainted = kind === 'recoloured';
      if (isPainted ? isAltered : resavedKinds.includes(kind))
        pairs.push({
          ...{ source: pictures[at]!.repo, isPainted },
          ...{ original: library[at]!.print, copy: copy.print },
        });
      if (process.env.EVAL_DETAILS)
        console.error(
          JSON.stringify({
            file: file.split('/').pop(),
            kind,
            name,
            own: found[at],
            others,
            bits: bits(copy, library[at]!),
            likeness: likeness(copy, library[at]!),
          }),
        );
    }
  }
  return [...figures(tried), ...evaluateHeldOutPaint(pairs)];
};
