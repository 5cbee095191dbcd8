interface Silhouette {
  /** 1 where the subject is. */
  cells: Uint8Array;
  width: number;
  height: number;
}

const miniature = (mask: Uint8Array, width: number, height: number): Silhouette => {
  const step = Math.max(1, Math.floor(Math.max(width, height) / 320));
  const small = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
  const cells = new Uint8Array(small.width * small.height);
  for (let y = 0, i = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step, i++) cells[i] = mask[y * width + x] ? 0 : 1;
  }
  return { cells, ...small };
};

/** Share that closing small bites would add to the subject: ragged outlines have many, clean ones few. */
export const raggedness = (mask: Uint8Array, fullWidth: number, fullHeight: number): number => {
  const { cells, width, height } = miniature(mask, fullWidth, fullHeight);
  const radius = Math.max(2, Math.round(Math.min(width, height) * 0.012));
  const grown = extreme(cells, width, height, radius, Math.max, 0);
  const closed = extreme(grown, width, height, radius, Math.min, 1);
  let [before, added] = [0, 0];
  for (let i = 0; i < cells.length; i++) {
    before += cells[i]!;
    if (closed[i] && !cells[i]) added++;
  }
  return added / Math.max(1, before);
};

const extreme = (
  values: Uint8Array,
  width: number,
  height: number,
  radius: number,
  pick: (a: number, b: number) => number,
  outside: number,
): Uint8Array => {
  const pass = (input: Uint8Array, along: number, lines: number, step: number, jump: number) => {
    const output = new Uint8Array(input.length);
    for (let line = 0; line < lines; line++) {
      for (let k = 0; k < along; k++) {
        let value = input[line * jump + k * step]!;
        for (let d = -radius; d <= radius && value !== 1 - outside; d++) {
          const at = k + d;
          if (at >= 0 && at < along) value = pick(value, input[line * jump + at * step]!);
        }
        output[line * jump + k * step] = value;
      }
    }
    return output;
  };
  return pass(pass(values, width, height, 1, width), height, width, width, 1);
};
