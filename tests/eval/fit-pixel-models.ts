/**
 * Fits the pixel models of logo evidence and asset type on labelled folders and writes their constants:
 *   npx tsx tests/eval/fit-pixel-models.ts FOLDER...
 * Prints, as JSON lines and folder by folder, how well models fitted without a source judge that source's pictures.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { scoreOf } from '../../src/plugins/reference-assets/server/src/media/analysis/additive';
import { openPicture } from '../../src/plugins/reference-assets/server/src/media/decode';
import {
  pixelFeatures,
  type FeatureName,
} from '../../src/plugins/reference-assets/server/src/media/analysis/features';
import { viewOf } from '../../src/plugins/reference-assets/server/src/media/analysis/features/view';
import { MEASURING_LONG_SIDE } from '../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { assetTypes } from '../../src/plugins/reference-assets/shared/contracts/vocabulary';
import { fitSteps } from './boosted-steps';
import { labelledPictures, type LabelledPicture } from './library/labelled-pictures';
import { additiveSource, modelFile, softmaxSource } from './model-source';
import { fitSoftmax, fitTemperature, scoresOf } from './softmax-regression';
import { trainingVariants } from './training-variants';

const target = path.resolve(
  __dirname,
  '../../src/plugins/reference-assets/server/src/media/analysis/pixel-models.ts',
);
const PENALTY = 0.02;
/** Logos and all else count alike, however many of each there are: which a library has more of is not known. */
const LOGO_SHARE = 0.5;
// What tells most of logos from all else, of all that is measured, by the amounts of a fit with all of it.
const logoFeatures: FeatureName[] = [
  'hardOfUneven',
  'chroma',
  'borderPlain',
  'skinSmooth',
  'contrast',
  'hardInSubject',
  'hardVariation',
  'entropy',
  'paintFour',
  'parts',
  'unevenLight',
  'dark',
  'edges',
  'levelLines',
  'grain',
  'elongation',
  'raggedness',
];

type Values = Record<FeatureName, number>;

interface Measured {
  folder: string;
  picture: LabelledPicture;
  own: Values;
  variants: Values[];
}

/** Something fitted: scores a picture, one score a kind, and can be written down with the temperature that fits it. */
interface Judge {
  scores(values: Values): number[];
  source(temperature: number): string;
}

interface Task {
  name: string;
  kinds: readonly string[];
  kindOf(picture: LabelledPicture): number;
  fit(measured: readonly Measured[]): Judge;
}

const measure = async (folder: string, picture: LabelledPicture): Promise<Measured> => {
  const { raster } = await openPicture(picture.file, { longSide: MEASURING_LONG_SIDE });
  const variants = await trainingVariants({ isLogo: picture.is_logo, raster });
  const features = (from: typeof raster): Values => pixelFeatures(viewOf(from));
  return { folder, picture, own: features(raster), variants: variants.map(features) };
};

/** Every picture and its variants as rows of features, which share the weight of the picture. */
const rowsOf = (
  measured: readonly Measured[],
  features: readonly FeatureName[],
  weightOf: (picture: LabelledPicture) => number,
) =>
  measured.flatMap(({ picture, own, variants }) => {
    const weight = weightOf(picture) / (1 + variants.length);
    return [own, ...variants].map((values) => ({
      picture,
      x: features.map((name) => values[name]),
      weight,
    }));
  });

const countBy = <K>(measured: readonly Measured[], keyOf: (picture: LabelledPicture) => K) => {
  const counts = new Map<K, number>();
  for (const { picture } of measured)
    counts.set(keyOf(picture), (counts.get(keyOf(picture)) ?? 0) + 1);
  return (picture: LabelledPicture): number => counts.get(keyOf(picture)) ?? 0;
};

const logoTask: Task = {
  name: 'logoModel',
  kinds: ['other', 'logo'],
  kindOf: ({ is_logo: isLogo }) => Number(isLogo),
  fit(measured) {
    // A large source says more than a small one, but not in proportion: its pictures resemble each other.
    const ofSource = countBy(measured, ({ repo }) => repo);
    const weightOf = (picture: LabelledPicture): number => 1 / Math.sqrt(ofSource(picture));
    const sumOf = (isLogo: boolean): number =>
      measured
        .filter(({ picture }) => picture.is_logo === isLogo)
        .reduce((sum, { picture }) => sum + weightOf(picture), 0);
    const scale = { true: LOGO_SHARE / sumOf(true), false: (1 - LOGO_SHARE) / sumOf(false) };
    const rows = rowsOf(
      measured,
      logoFeatures,
      (picture) => weightOf(picture) * scale[`${picture.is_logo}`],
    );
    const fitted = fitSteps(rows.map((row) => ({ ...row, isOfKind: row.picture.is_logo })));
    const steps = Object.fromEntries(logoFeatures.map((name, i) => [name, fitted.steps[i]!]));
    const model = { base: fitted.base, steps };
    return {
      scores: (values) => [0, scoreOf(model, values)],
      source: (temperature) => additiveSource({ name: 'logoModel', ...model, temperature }),
    };
  },
};

const typeTask: Task = {
  name: 'assetTypeModel',
  kinds: assetTypes,
  kindOf: ({ asset_type: type }) => assetTypes.indexOf(type),
  fit(measured) {
    const features = Object.keys(measured[0]!.own) as FeatureName[];
    const ofType = countBy(measured, ({ asset_type: type }) => type);
    const weightOf = (picture: LabelledPicture): number =>
      1 / Math.sqrt(ofType(picture) / measured.length);
    const rows = rowsOf(measured, features, weightOf);
    const samples = rows.map((row) => ({ ...row, kind: typeTask.kindOf(row.picture) }));
    const fitted = fitSoftmax(samples, assetTypes.length, PENALTY);
    return {
      scores: (values) =>
        scoresOf(
          fitted,
          features.map((name) => values[name]),
        ),
      source: (temperature) =>
        softmaxSource({
          ...{ name: 'assetTypeModel', kinds: assetTypes, features },
          ...fitted,
          temperature,
        }),
    };
  },
};

/** Scores of every picture by a model that saw nothing of its group. */
const heldOut = (measured: Measured[], task: Task, group: (m: Measured) => string): number[][] => {
  const scores = new Map<Measured, number[]>();
  for (const name of new Set(measured.map(group))) {
    const judge = task.fit(measured.filter((m) => group(m) !== name));
    for (const m of measured.filter((one) => group(one) === name))
      scores.set(m, judge.scores(m.own));
  }
  return measured.map((m) => scores.get(m)!);
};

/** Prints accuracy, and of each kind recall and precision; null where there are none. */
const print = (task: Task, split: string, of: [Measured, number[]][]) => {
  const kinds = of.map(([{ picture }]) => task.kindOf(picture));
  const guesses = of.map(([, row]) => row.indexOf(Math.max(...row)));
  const right = guesses.filter((guess, n) => guess === kinds[n]).length;
  /** Of each kind's pictures by `own`, the share that `others` says are of it as well. */
  const shares = (own: number[], others: number[]) =>
    Object.fromEntries(
      task.kinds.map((kind, k) => {
        const some = others.filter((_, n) => own[n] === k);
        const share = some.filter((other) => other === k).length / some.length;
        return [kind, some.length > 0 ? Number(share.toFixed(3)) : null];
      }),
    );
  const accuracy = Number((right / kinds.length).toFixed(3));
  const judged = { accuracy, recall: shares(kinds, guesses), precision: shares(guesses, kinds) };
  console.log(JSON.stringify({ eval: task.name, split, ...judged, n: kinds.length }));
};

const run = (measured: Measured[], task: Task): string => {
  const bySource = heldOut(measured, task, ({ picture }) => picture.repo);
  const order = new Map(measured.map((m, i) => [m, i]));
  const byFile = heldOut(measured, task, (m) => String(order.get(m)! % 10));
  for (const folder of new Set(measured.map((m) => m.folder)))
    for (const [split, scores] of [
      ['by source', bySource],
      ['by file', byFile],
    ] as const) {
      const own = measured.flatMap((m, i): [Measured, number[]][] =>
        m.folder === folder ? [[m, scores[i]!]] : [],
      );
      print(task, `${split}, ${path.basename(folder)}`, own);
    }
  const kinds = measured.map(({ picture }) => task.kindOf(picture));
  // Pictures to come are partly of known sources, partly of new ones: confidence is to hold for the mixture.
  const temperature = fitTemperature([...bySource, ...byFile], [...kinds, ...kinds]);
  return task.fit(measured).source(temperature);
};

const main = async (): Promise<void> => {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new Error('Name the labelled folders to fit on.');
  const measured: Measured[] = [];
  for (const folder of folders)
    for (const picture of await labelledPictures(folder))
      measured.push(await measure(folder, picture));
  const scored = measured.filter(({ picture }) => picture.type_scored);
  const logo = { source: run(measured, logoTask), pictures: measured.length };
  const type = { source: run(scored, typeTask), pictures: scored.length };
  await writeFile(target, modelFile(logo, type));
};

void main();
