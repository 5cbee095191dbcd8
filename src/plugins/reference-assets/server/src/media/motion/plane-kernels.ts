import { assemble, i32, local, loop, v128, type Code, type KernelFunction } from './wasm-assembler';

/** Fixed-point scale of the filter weights; their sum is always this. */
export const weightScale = 128;
/** Bytes of one entry of the weights table: four row addresses, then four weights, 32 bit each. */
export const tableEntryBytes = 32;

/**
 * Weighted sum of four rows for every output row.
 *
 * Shape: (destination, destinationStride, rowBytes, rows, table); rowBytes a multiple of 16.
 */
const filterRows = (): KernelFunction => {
  const [destination, stride, rowBytes, rows, table] = [0, 1, 2, 3, 4];
  const [row, x] = [5, 6];
  const address = [7, 8, 9, 10];
  const weight = [11, 12, 13, 14];
  const at = (k: number): Code => i32.add(local.get(address[k]!), local.get(x));
  const tap = (k: number, offset: number): Code =>
    v128.mul16(v128.loadBytes(at(k), offset), local.get(weight[k]!));
  // The outer, negative taps first: then the sum can only saturate where the true value is above white.
  const half = (offset: number): Code =>
    v128.shiftRight16(
      [
        tap(3, offset),
        tap(1, offset),
        tap(2, offset),
        v128.splat16(i32.const(weightScale / 2)),
      ].reduce((sum, next) => v128.addSaturating16(sum, next), tap(0, offset)),
      7,
    );
  const perRow = [
    ...[0, 1, 2, 3].flatMap((k) => [
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
  return { name: 'filterRows', parameters: 5, integers: 6, vectors: 4, body };
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

/** The two loops that move a picture, over one memory. */
export interface PlaneKernels {
  memory: WebAssembly.Memory;
  filterRows(
    destination: number,
    destinationStride: number,
    rowBytes: number,
    rows: number,
    table: number,
  ): void;
  transpose(
    source: number,
    sourceStride: number,
    destination: number,
    destinationStride: number,
    rows: number,
    columns: number,
  ): void;
}

let compiled: WebAssembly.Module | undefined;

/** Kernels over a fresh memory of at least `bytes`. */
export const createPlaneKernels = (bytes: number): PlaneKernels => {
  compiled ??= new WebAssembly.Module(assemble([filterRows(), transpose()]));
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return { ...(exports as unknown as Omit<PlaneKernels, 'memory'>), memory };
};
