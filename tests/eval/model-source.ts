import type { Fitted } from './softmax-regression';

interface NamedModel extends Fitted {
  name: string;
  kinds: readonly string[];
  features: readonly string[];
  temperature: number;
}

const numbers = (values: number[]): string =>
  `[${values.map((value) => Number(value.toPrecision(3))).join(', ')}]`;

const words = (values: readonly string[]): string =>
  `[${values.map((value) => `'${value}'`).join(', ')}]`;

/** TypeScript text of one fitted model. */
export const modelSource = (model: NamedModel): string => {
  const type = model.kinds.map((kind) => `'${kind}'`).join(' | ');
  return [
    `export const ${model.name}: SoftmaxModel<${type}, FeatureName> = {`,
    `  kinds: ${words(model.kinds)},`,
    `  features: ${words(model.features)},`,
    `  means: ${numbers(model.means)},`,
    `  deviations: ${numbers(model.deviations)},`,
    `  weights: [${model.weights.map(numbers).join(', ')}],`,
    `  temperature: ${model.temperature.toPrecision(3)},`,
    '};',
  ].join('\n');
};

/** TypeScript module of the fitted models. */
export const modelFile = (models: string[], pictures: number): string =>
  `import type { FeatureName } from './features';
import type { SoftmaxModel } from './softmax';

// Written by tests/eval/fit-pixel-models.ts, fitted on ${pictures} labelled pictures and variants of them; not edited by hand.

/** Tells logos from all else. */
${models[0]}

/** Tells the asset types apart. */
${models[1]}
`;
