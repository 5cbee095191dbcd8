import { blurred, type Sheet } from './plane';

const { ceil, floor, max, min, sqrt } = Math;

const CELL = 6;
const SWEEPS = 160;
const OVERRELAX = 1.9;

const coarse = ({ values, width, height }: Sheet, columns: number, rows: number) => {
  const inside = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = min(width - 1, column * CELL + CELL / 2);
      const y = min(height - 1, row * CELL + CELL / 2);
      inside[row * columns + column] = values[y * width + x] > 0.5 ? 1 : 0;
    }
  }
  return inside;
};

const relax = (inside: Uint8Array, columns: number, rows: number) => {
  const u = new Float32Array(columns * rows);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let row = 1; row < rows - 1; row += 1) {
      for (let i = row * columns + 1; i < (row + 1) * columns - 1; i += 1) {
        if (inside[i] === 0) continue;
        const wanted = (u[i - 1] + u[i + 1] + u[i - columns] + u[i + columns] + 1) / 4;
        u[i] += OVERRELAX * (wanted - u[i]);
      }
    }
  }
  return u;
};

/**
 * Height of a flat shape blown up like a cushion: a disc becomes a half sphere.
 *
 * Units: px.
 */
export const inflated = (sheet: Sheet): Float32Array => {
  const { width, height } = sheet;
  const columns = ceil(width / CELL);
  const rows = ceil(height / CELL);
  const u = relax(coarse(sheet, columns, rows), columns, rows);
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const gy = max(0, min(rows - 1.001, y / CELL - 0.5));
    const row = floor(gy);
    for (let x = 0; x < width; x += 1) {
      const gx = max(0, min(columns - 1.001, x / CELL - 0.5));
      const column = floor(gx);
      const at = row * columns + column;
      const fx = gx - column;
      const fy = gy - row;
      const upper = u[at] * (1 - fx) + u[at + 1] * fx;
      const lower = u[at + columns] * (1 - fx) + u[at + columns + 1] * fx;
      result[y * width + x] = CELL * sqrt(4 * max(0, upper * (1 - fy) + lower * fy));
    }
  }
  return blurred(result, width, CELL);
};

const rowSpan = ({ values, width }: Sheet, y: number) => {
  let left = -1;
  let right = -1;
  for (let x = 0; x < width; x += 1) {
    if (values[y * width + x] < 0.5) continue;
    if (left < 0) left = x;
    right = x;
  }
  return { left, right };
};

/** Height of a shape turned on a lathe around an upright axis: each row becomes a half circle, px. */
export const turned = (sheet: Sheet): Float32Array => {
  const { width, height } = sheet;
  const result = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const { left, right } = rowSpan(sheet, y);
    if (left < 0) continue;
    const radius = (right - left + 1) / 2;
    const axis = (right + left) / 2;
    for (let x = left; x <= right; x += 1)
      result[y * width + x] = sqrt(max(0, radius * radius - (x - axis) ** 2));
  }
  return blurred(result, width, 3, 2);
};
