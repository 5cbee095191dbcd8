import { bytesField, varintField } from './protobuf';

/**
 * Writes small ONNX models. Field numbers from `onnx/onnx.proto` (IR version 8, operator set 17).
 */
export interface OnnxGraph {
  inputs: TensorType[];
  outputs: TensorType[];
  nodes: OnnxNode[];
  constants: OnnxConstant[];
}

export interface TensorType {
  name: string;
  element: 'float' | 'int64';
  /** A text names a size that is known only when the model runs. */
  shape: (number | string)[];
}

export interface OnnxNode {
  operator: string;
  inputs: string[];
  output: string;
  attributes?: Record<string, number | number[]>;
}

export interface OnnxConstant {
  name: string;
  shape: number[];
  values: Float32Array | BigInt64Array;
}

const elementCodes = { float: 1, int64: 7 } as const;
const attributeTypes = { int: 2, ints: 7 } as const;

/** The bytes of a `.onnx` file. */
export function writeOnnx(graph: OnnxGraph): Buffer {
  return Buffer.concat([
    varintField(1, 8),
    bytesField(2, 'reference-assets tests'),
    bytesField(7, [
      ...graph.nodes.map((node) => bytesField(1, encodeNode(node))),
      bytesField(2, 'tiny-clip'),
      ...graph.constants.map((constant) => bytesField(5, encodeConstant(constant))),
      ...graph.inputs.map((input) => bytesField(11, encodeType(input))),
      ...graph.outputs.map((output) => bytesField(12, encodeType(output))),
    ]),
    bytesField(8, [bytesField(1, ''), varintField(2, 17)]),
  ]);
}

function encodeNode({ operator, inputs, output, attributes = {} }: OnnxNode): Buffer[] {
  return [
    ...inputs.map((input) => bytesField(1, input)),
    bytesField(2, output),
    bytesField(3, `make_${output}`),
    bytesField(4, operator),
    ...Object.entries(attributes).map(([name, value]) =>
      bytesField(5, encodeAttribute(name, value)),
    ),
  ];
}

function encodeAttribute(name: string, value: number | number[]): Buffer[] {
  if (typeof value === 'number') {
    return [bytesField(1, name), varintField(3, value), varintField(20, attributeTypes.int)];
  }
  const items = value.map((item) => varintField(8, item));
  return [bytesField(1, name), ...items, varintField(20, attributeTypes.ints)];
}

function encodeConstant({ name, shape, values }: OnnxConstant): Buffer[] {
  const element = values instanceof Float32Array ? 'float' : 'int64';
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return [
    ...shape.map((size) => varintField(1, size)),
    varintField(2, elementCodes[element]),
    bytesField(8, name),
    bytesField(9, bytes),
  ];
}

function encodeType({ name, element, shape }: TensorType): Buffer[] {
  const sizes = shape.map((size) =>
    bytesField(1, [typeof size === 'number' ? varintField(1, size) : bytesField(2, size)]),
  );
  const tensor = [varintField(1, elementCodes[element]), bytesField(2, sizes)];
  return [bytesField(1, name), bytesField(2, [bytesField(1, tensor)])];
}
