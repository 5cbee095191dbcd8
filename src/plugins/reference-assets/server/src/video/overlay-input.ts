import type { CopyFaces } from '../media/copy/place-copy';
import { hasWords } from '../media/copy/copy-layout';
import { StepFailure } from '../errors';
import { rightsAllow } from '../library/rights';
import { wordTools } from '../library/words';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { inputHash } from './input-hash';
import { assetInput } from './layer-files';
import { logoStyleOf } from './logo-style';
import { logoFamily } from './match';
import type { StillLook } from './still-scene';

const overlayVersion = 3;
/** The chosen logo and its other forms; more would only cost time. */
const mostForms = 4;

/** Whether two logos are forms of one: their names differ only in words such as "dark" or "white". */
const isFormOf = (one: AssetRow, other: AssetRow): boolean => {
  const family = logoFamily(other, wordTools);
  return family !== '' && logoFamily(one, wordTools) === family;
};

/**
 * The chosen logo first, then its other forms (dark, light) among the alternatives; never another brand's.
 *
 * Throws: `StepFailure` `asset-gone` where the chosen one left the library.
 */
export const logosFor = async (
  { assets }: Pick<Stores, 'assets'>,
  beat: Pick<BeatRow, 'references'>,
): Promise<AssetRow[]> => {
  const reference = beat.references?.logo;
  if (!reference) return [];
  const others = reference.manual ? [] : reference.alternatives.map((other) => other.assetId);
  const rows = await assets.some([reference.assetId, ...others], { all: true });
  const chosen = rows.find((row) => row.documentId === reference.assetId);
  if (!chosen)
    throw new StepFailure(
      'asset-gone',
      'The logo chosen for this beat is no longer in the library.',
    );
  const usable = rows.filter((row) => row.file !== null && rightsAllow(row));
  return usable.filter((row) => row === chosen || isFormOf(row, chosen)).slice(0, mostForms);
};

/** What of the brand kit stands on a beat: its small print on the last one, and typefaces where there are words. */
export interface BrandPrint {
  legal: readonly string[];
  typefaces: CopyFaces;
}

/** `isLast`: the beat closes the video. */
export const brandPrintOf = (
  beat: Pick<BeatRow, 'copy'>,
  { legalLines, typefaces: [headline, small = headline] }: StillLook,
  isLast: boolean,
): BrandPrint => {
  const legal = isLast ? legalLines : [];
  const isSet = headline && (hasWords(beat.copy) || legal.length > 0);
  return { legal, typefaces: isSet ? { headline, small } : {} };
};

/** Hash of everything that is laid over a still. */
export const overlayHashOf = (
  video: VideoRow,
  beat: BeatRow,
  logos: readonly AssetRow[],
  look: StillLook,
  { legal, typefaces }: BrandPrint,
): string =>
  inputHash({
    overlayVersion,
    still: beat.stillHash,
    logos: logos.map((logo) => [assetInput(logo), logoStyleOf(video, logo)]),
    copy: beat.copy,
    frames: [beat.startFrame, beat.frames],
    motion: [beat.cameraMovement, beat.mood],
    palette: look.palette,
    ...(legal.length > 0 && { legal }),
    ...(typefaces.headline && { typefaces }),
  });
