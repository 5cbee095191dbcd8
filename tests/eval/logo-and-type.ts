import { openPicture } from '../../src/plugins/reference-assets/server/src/media/decode';
import { assetTypeFrom } from '../../src/plugins/reference-assets/server/src/media/analysis/asset-type';
import { pixelFeatures } from '../../src/plugins/reference-assets/server/src/media/analysis/features';
import { viewOf } from '../../src/plugins/reference-assets/server/src/media/analysis/features/view';
import {
  firstDesignPoints,
  firstDesignScore,
} from '../../src/plugins/reference-assets/server/src/media/analysis/first-design-logo';
import { logoEvidence } from '../../src/plugins/reference-assets/server/src/media/analysis/logo-evidence';
import { MEASURING_LONG_SIDE } from '../../src/plugins/reference-assets/server/src/media/analysis/measure';
import { share, type EvaluationFigure } from './figures';
import { labelledPictures, type LabelledPicture } from './library/labelled-pictures';

interface Judged {
  picture: LabelledPicture;
  isLogo: boolean;
  baselineIsLogo: boolean;
  type: string;
}

// Large enough for the first design's heuristic to see most files at full size, as it did.
const FULL_SIZE = 4096;

const baseline = async (file: string): Promise<boolean> => {
  const { raster, format, ...facts } = await openPicture(file, { longSide: FULL_SIZE });
  // It could not open vector pictures, which counted as "no".
  return format !== 'svg' && firstDesignScore(firstDesignPoints(raster, facts)) > 0.5;
};

const judge = async (picture: LabelledPicture): Promise<Judged> => {
  const { raster, ...facts } = await openPicture(picture.file, { longSide: MEASURING_LONG_SIDE });
  const features = pixelFeatures(viewOf(raster));
  const logo = logoEvidence(features, [], raster, facts);
  return {
    picture,
    isLogo: logo.isLogo,
    baselineIsLogo: await baseline(picture.file),
    type: assetTypeFrom(features, logo.score).type,
  };
};

interface Counts {
  precision: number;
  recall: number;
  accuracy: number;
}

const countsOf = (judged: Judged[], says: (one: Judged) => boolean): Counts => {
  const count = (is: (one: Judged) => boolean): number => judged.filter(is).length;
  const found = count((one) => says(one) && one.picture.is_logo);
  return {
    precision: share(found, count(says)),
    recall: share(
      found,
      count(({ picture }) => picture.is_logo),
    ),
    accuracy: share(
      count((one) => says(one) === one.picture.is_logo),
      judged.length,
    ),
  };
};

const logoFigures = (judged: Judged[]): EvaluationFigure[] => {
  const model = countsOf(judged, ({ isLogo }) => isLogo);
  const heuristic = countsOf(judged, ({ baselineIsLogo }) => baselineIsLogo);
  const never = countsOf(judged, () => false);
  const metrics = ['accuracy', 'precision', 'recall'] as const;
  return metrics.flatMap((metric) =>
    [
      { name: 'five-point heuristic', value: heuristic[metric] },
      { name: 'always "no"', value: never[metric] },
    ].map((reference) => ({
      eval: 'logo',
      metric,
      value: model[metric],
      n: judged.length,
      reference,
    })),
  );
};

const typeFigures = (judged: Judged[]): EvaluationFigure[] => {
  const scored = judged.filter(({ picture }) => picture.type_scored);
  const types = [...new Set(scored.map(({ picture }) => picture.asset_type))];
  const of = (type: string): Judged[] =>
    scored.filter(({ picture }) => picture.asset_type === type);
  const right = (some: Judged[]): number =>
    some.filter(({ picture, type }) => picture.asset_type === type).length;
  const largest = Math.max(0, ...types.map((type) => of(type).length));
  const reference = { name: 'always the commonest type', value: share(largest, scored.length) };
  return [
    {
      eval: 'asset-type',
      metric: 'accuracy, pixels only',
      value: share(right(scored), scored.length),
      n: scored.length,
      reference,
    },
    ...types.map((type) => ({
      eval: 'asset-type',
      metric: `recall of ${type}`,
      value: share(right(of(type)), of(type).length),
      n: of(type).length,
    })),
  ];
};

/**
 * How well the shipped models tell logos and asset types on a labelled folder (with `manifest.json`), from pixels
 * alone.
 *
 * On the folder the models were fitted on the figures are apparent, not a forecast; `fit-pixel-models.ts` prints
 * cross-validated ones.
 */
export const evaluateLogoAndType = async (folder: string): Promise<EvaluationFigure[]> => {
  const judged: Judged[] = [];
  for (const picture of await labelledPictures(folder)) judged.push(await judge(picture));
  return [...logoFigures(judged), ...typeFigures(judged)];
};
