import { assemble, i32, local, loop, v128, type Code, type KernelFunction } from './wasm-assembler';

/** Fixed-point scale of the filter weights; their sum is always this. */
export const weightScale = 128;
/** Bytes of one entry of the weights table: four row addresses, then four weights, 32 bit each. */
export const tableEntryBytes = 32;

/**
 * Weighted sum of four rows for every output row, or of the two nearest alone.
 *
 * Shape: (destination, destinationStride, rowBytes, rows, table); rowBytes a multiple of 16.
 */
const filterRows = (name: string, taps: readonly number[]): KernelFunction => {
  const [destination, stride, rowBytes, rows, table] = [0, 1, 2, 3, 4];
  const [row, x] = [5, 6];
  const address = [7, 8, 9, 10];
  const weight = [11, 12, 13, 14];
  const at = (k: number): Code => i32.add(local.get(address[k]!), local.get(x));
  const tap = (k: number, offset: number): Code =>
    v128.mul16(v128.loadBytes(at(k), offset), local.get(weight[k]!));
  const half = (offset: number): Code =>
    v128.shiftRight16(
      [...taps.map((k) => tap(k, offset)), v128.splat16(i32.const(weightScale / 2))].reduce(
        (sum, next) => v128.addSaturating16(sum, next),
      ),
      7,
    );
  const perRow = [
    ...taps.flatMap((k) => [
      ...local.set(address[k]!, i32.load(local.get(table), k * 4)),
      ...local.set(weight[k]!, v128.splat16(i32.load(local.get(table), 16 + k * 4))),
    ]),
    ...local.set(x, i32.const(0)),
    ...loop(x, local.get(rowBytes), 16, [
      ...v128.store(i32.add(local.get(destination), local.get(x)), v128.narrow(half(0), half(8))),
    ]),
    ...local.add(table, i32.const(tableEntryBytes)),
    ...local.add(destination, local.get(stride)),
  ];
  const body = loop(row, local.get(rows), 1, perRow);
  return { name, parameters: 5, integers: 6, vectors: 4, body };
};

const interleaveLow = Array.from({ length: 16 }, (_, i) => (i % 2 ? 16 : 0) + (i >> 1));
const interleaveHigh = interleaveLow.map((lane) => lane + 8);

/** Four rounds of interleaving rows i and i + 8 transpose a 16 × 16 block. */
const transposeBlock = (from: number[], to: number[]): Code => {
  let [source, target] = [from, to];
  const code: Code = [];
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 8; i++) {
      const pair = [local.get(source[i]!), local.get(source[i + 8]!)] as const;
      code.push(...local.set(target[2 * i]!, v128.shuffle(...pair, interleaveLow)));
      code.push(...local.set(target[2 * i + 1]!, v128.shuffle(...pair, interleaveHigh)));
    }
    [source, target] = [target, source];
  }
  return code;
};

/**
 * Turns rows into columns.
 *
 * Shape: (source, sourceStride, destination, destinationStride, rows, columns); both a multiple of 16.
 */
const transpose = (): KernelFunction => {
  const [source, sourceStride, destination, destinationStride, rows, columns] = [0, 1, 2, 3, 4, 5];
  const [row, column, address] = [6, 7, 8];
  const block = Array.from({ length: 16 }, (_, i) => 9 + i);
  const spare = Array.from({ length: 16 }, (_, i) => 25 + i);
  const corner = (base: number, stride: number, down: number, right: number): Code =>
    i32.add(
      i32.add(local.get(base), i32.mul(local.get(down), local.get(stride))),
      local.get(right),
    );
  const body = loop(row, local.get(rows), 16, [
    ...local.set(column, i32.const(0)),
    ...loop(column, local.get(columns), 16, [
      ...local.set(address, corner(source, sourceStride, row, column)),
      ...block.flatMap((lane) => [
        ...local.set(lane, v128.load(local.get(address))),
        ...local.add(address, local.get(sourceStride)),
      ]),
      ...transposeBlock(block, spare),
      ...local.set(address, corner(destination, destinationStride, column, row)),
      ...block.flatMap((lane) => [
        ...v128.store(local.get(address), local.get(lane)),
        ...local.add(address, local.get(destinationStride)),
      ]),
    ]),
  ]);
  return { name: 'transpose', parameters: 6, integers: 3, vectors: 32, body };
};

/** Half of a blend: what shows through, rounded. A full alpha of 255 counts as 256, so that nothing shows through it. */
const seenThrough = (far: Code, alpha: Code): Code => {
  const whole = v128.add16(alpha, v128.shiftRightUnsigned16(alpha, 7));
  const left = v128.subtract16(v128.splat16(i32.const(256)), whole);
  const product = v128.add16(v128.mul16(far, left), v128.splat16(i32.const(128)));
  return v128.shiftRightUnsigned16(product, 8);
};

/**
 * Lays a near layer, its colours multiplied with its alpha, over a far one in place.
 *
 * Shape: (far, near, alpha, stride of all three, rowBytes, rows); rowBytes a multiple of 16.
 */
const layOver = (): KernelFunction => {
  const [far, near, alpha, stride, rowBytes, rows] = [0, 1, 2, 3, 4, 5];
  const [row, at] = [6, 7];
  const address = (base: number): Code => i32.add(local.get(base), local.get(at));
  const [below, cover] = [8, 9];
  const through = v128.narrow(
    seenThrough(v128.widenLow(local.get(below)), v128.widenLow(local.get(cover))),
    seenThrough(v128.widenHigh(local.get(below)), v128.widenHigh(local.get(cover))),
  );
  const body = loop(row, local.get(rows), 1, [
    ...local.set(at, i32.const(0)),
    ...loop(at, local.get(rowBytes), 16, [
      ...local.set(below, v128.load(address(far))),
      ...local.set(cover, v128.load(address(alpha))),
      ...v128.store(address(far), v128.addSaturatingBytes(through, v128.load(address(near)))),
    ]),
    ...[far, near, alpha].flatMap((base) => local.add(base, local.get(stride))),
  ]);
  return { name: 'layOver', parameters: 6, integers: 2, vectors: 2, body };
};

/**
 * Mixes two pictures into a third, byte by byte.
 *
 * Shape: (destination, one, other, share of the other 0–256, bytes); bytes a multiple of 16.
 */
const mixBytes = (): KernelFunction => {
  const [destination, one, other, share, bytes, at] = [0, 1, 2, 3, 4, 5];
  const address = (base: number): Code => i32.add(local.get(base), local.get(at));
  const [first, second, weight, rest] = [6, 7, 8, 9];
  const half = (widen: (a: Code) => Code): Code =>
    v128.shiftRightUnsigned16(
      v128.add16(
        v128.add16(
          v128.mul16(widen(local.get(first)), local.get(rest)),
          v128.mul16(widen(local.get(second)), local.get(weight)),
        ),
        v128.splat16(i32.const(128)),
      ),
      8,
    );
  const body = [
    ...local.set(weight, v128.splat16(local.get(share))),
    ...local.set(rest, v128.subtract16(v128.splat16(i32.const(256)), local.get(weight))),
    ...loop(at, local.get(bytes), 16, [
      ...local.set(first, v128.load(address(one))),
      ...local.set(second, v128.load(address(other))),
      ...v128.store(address(destination), v128.narrow(half(v128.widenLow), half(v128.widenHigh))),
    ]),
  ];
  return { name: 'mixBytes', parameters: 5, integers: 1, vectors: 4, body };
};

type FilterRows = (
  destination: number,
  destinationStride: number,
  rowBytes: number,
  rows: number,
  table: number,
) => void;

/** The loops that move and mix pictures, over one memory. */
export interface PlaneKernels {
  memory: WebAssembly.Memory;
  filterRows: FilterRows;
  /** As `filterRows` where the two middle weights of each entry are all. */
  filterPairs: FilterRows;
  transpose(
    source: number,
    sourceStride: number,
    destination: number,
    destinationStride: number,
    rows: number,
    columns: number,
  ): void;
  layOver(
    far: number,
    near: number,
    alpha: number,
    stride: number,
    rowBytes: number,
    rows: number,
  ): void;
  mixBytes(destination: number, one: number, other: number, share: number, bytes: number): void;
}

const kernels = (): KernelFunction[] => [
  // The outer, negative taps first: then the sum can only saturate where the true value is above white.
  filterRows('filterRows', [0, 3, 1, 2]),
  filterRows('filterPairs', [1, 2]),
  transpose(),
  layOver(),
  mixBytes(),
];

let compiled: WebAssembly.Module | undefined;

/** Kernels over a fresh memory of at least `bytes`. */
export const createPlaneKernels = (bytes: number): PlaneKernels => {
  compiled ??= new WebAssembly.Module(assemble(kernels()));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { ...(exports as unknown as Omit<PlaneKernels, 'memory'>), memory };
};
