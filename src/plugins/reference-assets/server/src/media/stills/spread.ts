/** Marks everything that can be reached from the seeds; gives back the marked indices. */
export const spread = (
  mask: Uint8Array,
  width: number,
  height: number,
  seeds: readonly number[],
  accepts: (index: number) => boolean,
): number[] => {
  const reached: number[] = [];
  const visit = (i: number) => {
    if (mask[i] || !accepts(i)) return;
    mask[i] = 1;
    reached.push(i);
  };
  seeds.forEach(visit);
  for (let head = 0; head < reached.length; head++) {
    const i = reached[head]!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < width * (height - 1)) visit(i + width);
  }
  return reached;
};
