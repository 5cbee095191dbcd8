import type { ModelRow } from '../../../shared/contracts/models';
import type { AspectRatio } from '../../../shared/contracts/vocabulary';

/**
 * How many of the wanted reference pictures a model takes beside the rest of a request; the first ones are used.
 *
 * None where it takes none, where a first frame excludes them, or where it takes them at another aspect ratio only.
 */
export const usableReferences = (
  row: ModelRow,
  {
    wanted,
    aspectRatio,
    firstFrame,
  }: { wanted: number; aspectRatio: AspectRatio; firstFrame: boolean },
): number => {
  const takes = row.inputs.references;
  if (!takes || (firstFrame && takes.insteadOfFirstFrame)) return 0;
  if (takes.aspectRatios && !takes.aspectRatios.includes(aspectRatio)) return 0;
  return Math.min(wanted, takes.list ? takes.max : 1);
};
