/**
 * Just enough of the WebAssembly binary format to write small SIMD kernels as code that can be read and reviewed,
 * instead of shipping a compiled blob.
 *
 * Source: WebAssembly core specification 2.0 §5 (binary format).
 */
export type Code = number[];

const unsigned = (value: number): Code => {
  const bytes: Code = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest ? low | 0x80 : low);
  } while (rest);
  return bytes;
};

const signed = (value: number): Code => {
  const bytes: Code = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && !(low & 0x40)) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
};

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const memory = (offset: number): Code => [0, ...unsigned(offset)];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (address: Code, offset = 0): Code => [...address, 0x28, ...memory(offset)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  lessThan: (a: Code, b: Code): Code => [...a, ...b, 0x48],
};

export const local = {
  get: (index: number): Code => [0x20, ...unsigned(index)],
  set: (index: number, value: Code): Code => [...value, 0x21, ...unsigned(index)],
  add: (index: number, value: Code): Code => local.set(index, i32.add(local.get(index), value)),
};

export const v128 = {
  load: (address: Code, offset = 0): Code => [...address, ...simd(0x00), ...memory(offset)],
  /** Eight unsigned bytes widened to eight 16-bit lanes. */
  loadBytes: (address: Code, offset = 0): Code => [...address, ...simd(0x02), ...memory(offset)],
  store: (address: Code, value: Code): Code => [...address, ...value, ...simd(0x0b), ...memory(0)],
  shuffle: (a: Code, b: Code, lanes: readonly number[]): Code => [
    ...a,
    ...b,
    ...simd(0x0d),
    ...lanes,
  ],
  splat16: (value: Code): Code => [...value, ...simd(0x10)],
  /** The upper eight of sixteen unsigned bytes widened to 16-bit lanes. */
  widenHigh: (a: Code): Code => [...a, ...simd(0x8a)],
  widenLow: (a: Code): Code => [...a, ...simd(0x89)],
  add16: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x8e)],
  subtract16: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x91)],
  shiftRightUnsigned16: (a: Code, bits: number): Code => [...a, ...i32.const(bits), ...simd(0x8d)],
  addSaturatingBytes: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x70)],
  mul16: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x95)],
  addSaturating16: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x8f)],
  shiftRight16: (a: Code, bits: number): Code => [...a, ...i32.const(bits), ...simd(0x8c)],
  /** Sixteen 16-bit lanes clamped to sixteen unsigned bytes. */
  narrow: (low: Code, high: Code): Code => [...low, ...high, ...simd(0x66)],
};

/** `while (index < limit) { body; index += step }`, entered only when the condition holds. */
export const loop = (index: number, limit: Code, step: number, body: Code): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...i32.lessThan(local.get(index), limit),
  ...[0x45, 0x0d, 1],
  ...body,
  ...local.add(index, i32.const(step)),
  ...[0x0c, 0, 0x0b, 0x0b],
];

/** One exported function: all parameters are i32, nothing is returned. */
export interface KernelFunction {
  name: string;
  parameters: number;
  integers: number;
  vectors: number;
  body: Code;
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const vector = (items: Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => [...unsigned(value.length), ...Buffer.from(value, 'latin1')];

const functionBody = ({ integers, vectors, body }: KernelFunction): Code => {
  const locals = vector([
    [...unsigned(integers), 0x7f],
    [...unsigned(vectors), 0x7b],
  ]);
  const whole = [...locals, ...body, 0x0b];
  return [...unsigned(whole.length), ...whole];
};

/** A WebAssembly module that imports `env.memory` and exports the given functions. */
export const assemble = (functions: KernelFunction[]): Uint8Array<ArrayBuffer> => {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(Array.from({ length: parameters }, () => [0x7f])),
    0,
  ]);
  const exported = functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector([[...text('env'), ...text('memory'), 2, 0, 1]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector(exported)),
    ...section(10, vector(functions.map(functionBody))),
  ]);
};
