import type { AdditiveModel } from '../../src/plugins/reference-assets/server/src/media/analysis/additive';
import type { Fitted } from './softmax-regression';

interface NamedSoftmax extends Fitted {
  name: string;
  kinds: readonly string[];
  features: readonly string[];
  temperature: number;
}

/** A written model, and on how many pictures it was fitted. */
interface WrittenModel {
  source: string;
  pictures: number;
}

const numbers = (values: readonly number[], digits = 3): string =>
  `[${values.map((value) => Number(value.toPrecision(digits))).join(', ')}]`;

const words = (values: readonly string[]): string =>
  `[${values.map((value) => `'${value}'`).join(', ')}]`;

/** TypeScript text of a fitted multinomial logistic regression. */
export const softmaxSource = (model: NamedSoftmax): string => {
  const type = model.kinds.map((kind) => `'${kind}'`).join(' | ');
  return [
    `export const ${model.name}: SoftmaxModel<${type}, FeatureName> = {`,
    `  kinds: ${words(model.kinds)},`,
    `  features: ${words(model.features)},`,
    `  means: ${numbers(model.means)},`,
    `  deviations: ${numbers(model.deviations)},`,
    `  weights: [${model.weights.map((row) => numbers(row)).join(', ')}],`,
    `  temperature: ${model.temperature.toPrecision(3)},`,
    '};',
  ].join('\n');
};

/** TypeScript text of a fitted additive model; places are written finer than amounts, as many values lie on them. */
export const additiveSource = ({
  name,
  base,
  steps,
  temperature,
}: AdditiveModel<string> & { name: string }): string =>
  [
    `export const ${name}: AdditiveModel<FeatureName> = {`,
    `  base: ${base.toPrecision(3)},`,
    '  steps: {',
    ...Object.entries(steps).flatMap(([feature, one]) =>
      // What no split was made on says nothing.
      one && one.at.length > 0
        ? `    ${feature}: { at: ${numbers(one.at, 6)}, amounts: ${numbers(one.amounts)} },`
        : [],
    ),
    '  },',
    `  temperature: ${temperature.toPrecision(3)},`,
    '};',
  ].join('\n');

/** TypeScript module of the fitted models. */
export const modelFile = (logo: WrittenModel, type: WrittenModel): string =>
  `import type { AdditiveModel } from './additive';
import type { FeatureName } from './features';
import type { SoftmaxModel } from './softmax';

// Written by tests/eval/fit-pixel-models.ts, fitted on labelled pictures and variants of them; not edited by hand.

/** Tells logos from all else; fitted on ${logo.pictures} pictures. */
${logo.source}

/** Tells the asset types apart; fitted on ${type.pictures} pictures. */
${type.source}
`;
