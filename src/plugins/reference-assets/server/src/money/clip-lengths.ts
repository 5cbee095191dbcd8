import type { ModelRow } from '../../../shared/contracts/models';

/** What a clip is made with, as far as its lengths depend on it. */
export interface ClipChoices {
  resolution?: string;
  withReferences?: boolean;
}

/** The resolution that is asked for: the wanted one when the model has it, else its first. */
export const resolutionOf = (row: ModelRow, wanted?: string): string | undefined =>
  wanted !== undefined && row.resolutions.includes(wanted) ? wanted : row.resolutions[0];

/** Lengths a model makes, s, ascending. */
export const lengthsOf = (row: ModelRow, { resolution, withReferences }: ClipChoices = {}) => {
  const at = row.durationsAt[resolutionOf(row, resolution) ?? ''];
  const asked = (withReferences && row.inputs.references?.durations) || undefined;
  return row.durations.filter(
    (one) => (at?.includes(one) ?? true) && (asked?.includes(one) ?? true),
  );
};

/** A tail shorter than a frame is none. */
const tolerance = 1e-3;

/**
 * Billed lengths of the clips that a beat needs, in order: one, or a chain where the beat is longer than the model allows.
 *
 * Each is the smallest the model makes that covers what is left; what is too much is cut to the frame afterwards.
 * Units:  s.
 * Throws: `RangeError` for a model that makes no clips with these choices.
 */
export const clipLengths = (row: ModelRow, beatSeconds: number, choices: ClipChoices = {}) => {
  const lengths = lengthsOf(row, choices);
  const longest = lengths.at(-1);
  if (longest === undefined) throw new RangeError(`${row.name} makes no clip with these choices`);
  const chain: number[] = [];
  for (let left = beatSeconds; left > tolerance || chain.length === 0; left -= chain.at(-1)!)
    chain.push(lengths.find((one) => one >= left - tolerance) ?? longest);
  return chain;
};
