import type { OnnxConstant, OnnxGraph } from './onnx-writer';

/** Cells of the grid to which a picture is averaged, on each side. */
export const gridSize = 8;
/** Components of what the model knows about a picture or a word: the grid's three channels. */
export const featureSize = 3 * gridSize * gridSize;

const imageSize = 224;

/** `pixel_values` → average over a grid → projection → `image_embeds`. */
export function visionGraph(projection: Float32Array): OnnxGraph {
  const dimension = projection.length / featureSize;
  const cell = imageSize / gridSize;
  return {
    inputs: [{ name: 'pixel_values', element: 'float', shape: ['batch', 3, imageSize, imageSize] }],
    outputs: [{ name: 'image_embeds', element: 'float', shape: ['batch', dimension] }],
    nodes: [
      {
        operator: 'AveragePool',
        inputs: ['pixel_values'],
        output: 'grid',
        attributes: { kernel_shape: [cell, cell], strides: [cell, cell] },
      },
      { operator: 'Flatten', inputs: ['grid'], output: 'features', attributes: { axis: 1 } },
      { operator: 'MatMul', inputs: ['features', 'projection'], output: 'image_embeds' },
    ],
    constants: [projectionConstant(projection, dimension)],
  };
}

/** `input_ids`, `attention_mask` → mean of the tokens' features → the same projection → `text_embeds`. */
export function textGraph(table: Float32Array, projection: Float32Array): OnnxGraph {
  const dimension = projection.length / featureSize;
  const overTokens = { keepdims: 0 };
  return {
    inputs: ['input_ids', 'attention_mask'].map((name) => ({
      name,
      element: 'int64' as const,
      shape: ['batch', 'sequence'],
    })),
    outputs: [{ name: 'text_embeds', element: 'float', shape: ['batch', dimension] }],
    nodes: [
      { operator: 'Gather', inputs: ['table', 'input_ids'], output: 'tokens' },
      { operator: 'Cast', inputs: ['attention_mask'], output: 'mask', attributes: { to: 1 } },
      { operator: 'Unsqueeze', inputs: ['mask', 'last_axis'], output: 'weights' },
      { operator: 'Mul', inputs: ['tokens', 'weights'], output: 'weighted' },
      {
        operator: 'ReduceSum',
        inputs: ['weighted', 'token_axis'],
        output: 'sum',
        attributes: overTokens,
      },
      {
        operator: 'ReduceSum',
        inputs: ['weights', 'token_axis'],
        output: 'count',
        attributes: overTokens,
      },
      { operator: 'Div', inputs: ['sum', 'count'], output: 'features' },
      { operator: 'MatMul', inputs: ['features', 'projection'], output: 'text_embeds' },
    ],
    constants: [
      { name: 'table', shape: [table.length / featureSize, featureSize], values: table },
      { name: 'last_axis', shape: [1], values: BigInt64Array.of(2n) },
      { name: 'token_axis', shape: [1], values: BigInt64Array.of(1n) },
      projectionConstant(projection, dimension),
    ],
  };
}

function projectionConstant(values: Float32Array, dimension: number): OnnxConstant {
  return { name: 'projection', shape: [featureSize, dimension], values };
}
