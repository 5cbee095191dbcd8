/**
 * Fits the pixel models of logo evidence and asset type on a labelled folder and writes their constants:
 *   npx tsx tests/eval/fit-pixel-models.ts FOLDER
 * Prints, as JSON lines, how well models fitted without a source judge that source's pictures.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openPicture } from '../../src/plugins/reference-assets/server/src/media/decode';
import {
  pixelFeatures,
  type FeatureName,
} from '../../src/plugins/reference-assets/server/src/media/analysis/features';
import { viewOf } from '../../src/plugins/reference-assets/server/src/media/analysis/features/view';
import { MEASURING_LONG_SIDE } from '../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { assetTypes } from '../../src/plugins/reference-assets/shared/contracts/vocabulary';
import { labelledPictures, type LabelledPicture } from './library/labelled-pictures';
import { modelFile, modelSource } from './model-source';
import {
  fitSoftmax,
  fitTemperature,
  scoresOf,
  type Fitted,
  type Sample,
} from './softmax-regression';
import { trainingVariants } from './training-variants';

const target = path.resolve(
  __dirname,
  '../../src/plugins/reference-assets/server/src/media/analysis/pixel-models.ts',
);
const PENALTY = 0.02;
// Few and plain, so that they hold for sources never seen: more of them did worse there.
const logoFeatures: FeatureName[] = [
  'hardVariation',
  'borderPlain',
  'vivid',
  'chroma',
  'paintFour',
  'raggedness',
  'softInSubject',
];

type Values = Record<FeatureName, number>;

interface Measured {
  picture: LabelledPicture;
  own: Values;
  variants: Values[];
}

interface Task {
  name: string;
  kinds: readonly string[];
  features: FeatureName[];
  kindOf: (picture: LabelledPicture) => number;
  weightOf: (picture: LabelledPicture) => number;
}

const measure = async (picture: LabelledPicture): Promise<Measured> => {
  const { raster } = await openPicture(picture.file, { longSide: MEASURING_LONG_SIDE });
  const variants = await trainingVariants({ isLogo: picture.is_logo, raster });
  const features = (from: typeof raster): Values => pixelFeatures(viewOf(from));
  return { picture, own: features(raster), variants: variants.map(features) };
};

const samplesOf = (measured: Measured[], task: Task): Sample[] =>
  measured.flatMap(({ picture, own, variants }) => {
    const weight = task.weightOf(picture) / (1 + variants.length);
    return [own, ...variants].map((values) => ({
      x: task.features.map((name) => values[name]),
      kind: task.kindOf(picture),
      weight,
    }));
  });

const fit = (measured: Measured[], task: Task): Fitted =>
  fitSoftmax(samplesOf(measured, task), task.kinds.length, PENALTY);

/** Scores of every picture by a model that saw nothing of its group. */
const heldOut = (measured: Measured[], task: Task, group: (m: Measured) => string): number[][] => {
  const scores = new Map<Measured, number[]>();
  for (const name of new Set(measured.map(group))) {
    const model = fit(
      measured.filter((m) => group(m) !== name),
      task,
    );
    for (const m of measured.filter((one) => group(one) === name)) {
      scores.set(
        m,
        scoresOf(
          model,
          task.features.map((feature) => m.own[feature]),
        ),
      );
    }
  }
  return measured.map((m) => scores.get(m)!);
};

const print = (name: string, split: string, scores: number[][], kinds: number[], task: Task) => {
  const guesses = scores.map((row) => row.indexOf(Math.max(...row)));
  const right = guesses.filter((guess, n) => guess === kinds[n]).length;
  /** Of each kind's pictures by `own`, the share that `others` says are of it as well; null where there are none. */
  const shares = (own: number[], others: number[]) =>
    Object.fromEntries(
      task.kinds.map((kind, k) => {
        const of = others.filter((_, n) => own[n] === k);
        const share = of.filter((other) => other === k).length / of.length;
        return [kind, of.length > 0 ? Number(share.toFixed(3)) : null];
      }),
    );
  const accuracy = Number((right / kinds.length).toFixed(3));
  const judged = { accuracy, recall: shares(kinds, guesses), precision: shares(guesses, kinds) };
  console.log(JSON.stringify({ eval: name, split, ...judged, n: kinds.length }));
};

const run = (measured: Measured[], task: Task): string => {
  const kinds = measured.map(({ picture }) => task.kindOf(picture));
  const bySource = heldOut(measured, task, ({ picture }) => picture.repo);
  const order = new Map(measured.map((m, i) => [m, i]));
  const byFile = heldOut(measured, task, (m) => String(order.get(m)! % 10));
  print(task.name, 'by source', bySource, kinds, task);
  print(task.name, 'by file', byFile, kinds, task);
  // Pictures to come are partly of known sources, partly of new ones: confidence is to hold for the mixture.
  const temperature = fitTemperature([...bySource, ...byFile], [...kinds, ...kinds]);
  return modelSource({ ...task, ...fit(measured, task), temperature });
};

const main = async (): Promise<void> => {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('Name the labelled folder to fit on.');
  const measured: Measured[] = [];
  for (const picture of await labelledPictures(folder)) measured.push(await measure(picture));
  const scored = measured.filter(({ picture }) => picture.type_scored);
  const share = (type: string): number =>
    scored.filter(({ picture }) => picture.asset_type === type).length / scored.length;
  const logo = run(measured, {
    name: 'logoModel',
    kinds: ['other', 'logo'],
    features: logoFeatures,
    kindOf: ({ is_logo: isLogo }) => Number(isLogo),
    weightOf: () => 1,
  });
  const assetType = run(scored, {
    name: 'assetTypeModel',
    kinds: assetTypes,
    features: Object.keys(measured[0]!.own) as FeatureName[],
    kindOf: ({ asset_type: type }) => assetTypes.indexOf(type),
    weightOf: ({ asset_type: type }) => 1 / Math.sqrt(share(type)),
  });
  await writeFile(target, modelFile([logo, assetType], measured.length));
};

void main();
