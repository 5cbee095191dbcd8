/** The middle of some vectors, each of the same weight whatever its length. Shape: length 1, or all 0 when they cancel out. */
export const centroid = (vectors: readonly ArrayLike<number>[]): number[] => {
  const sum = new Array<number>(vectors[0].length).fill(0);
  for (const vector of vectors) {
    const length = Math.hypot(...Array.from(vector)) || 1;
    for (let index = 0; index < sum.length; index += 1) sum[index] += vector[index] / length;
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((component) => component / length);
};
