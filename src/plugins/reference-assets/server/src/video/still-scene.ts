import type { Typeface } from '../../../shared/contracts/typefaces';
import {
  frameSizeOf,
  type AspectMismatch,
  type AssetType,
} from '../../../shared/contracts/vocabulary';
import type { LogoToCome, StillRequest } from '../media/stills/still-request';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { FileRow } from '../stores/media-files';
import { beatTitle } from './beat-title';
import { assetInput, fileOnDisk, layerOf } from './layer-files';
import { endCardPlace, logoStyleOf } from './logo-style';
import { logosFor } from './overlay-input';
import { brandPalette } from './palette';
import { inputHash } from './step';

/** The chosen asset of each role. */
export type Chosen = Partial<Record<AssetType, AssetRow>>;

/** How stills look on this installation. */
export interface StillLook {
  palette: readonly string[];
  /** For pictures of another shape than the frame, where a video says nothing. */
  aspectMismatch: AspectMismatch;
  /** For headlines, then for all other words; none leaves both to Inter. */
  typefaces: readonly Typeface[];
  /** Small print for the end of every video. */
  legalLines: readonly string[];
}

/** Raised when the local stills look different for the same input, so that old ones count as stale. */
const stillVersion = 4;

const roles = ['product', 'environment', 'texture', 'person', 'prop'] as const;

/** What happens to pictures of another shape than the frame: what the video says, else what the installation does. */
export const mismatchOf = (
  video: Pick<VideoRow, 'aspectMismatch'>,
  look: Pick<StillLook, 'aspectMismatch'>,
): AspectMismatch => video.aspectMismatch ?? look.aspectMismatch;

/** Hash of everything a local still is made from. */
export const stillHashOf = (
  video: VideoRow,
  beat: BeatRow,
  chosen: Chosen,
  look: StillLook,
): string =>
  inputHash({
    stillVersion,
    take: beat.take,
    size: frameSizeOf(video),
    aspectMismatch: mismatchOf(video, look),
    shot: [beat.shotType, beat.mood, beat.action, beat.name],
    // The words themselves are laid over later; whether there are any decides where things stand.
    words: Boolean(beat.copy?.headline ?? beat.copy?.callToAction),
    layers: roles.map((role) => assetInput(chosen[role])),
    palette: brandPalette(chosen, look.palette),
    ...bareInput(video, beat, chosen, look),
  });

/** What a beat without any picture is made of beside its colours. */
const bareInput = (video: VideoRow, beat: BeatRow, chosen: Chosen, look: StillLook) => {
  if (roles.some((role) => chosen[role])) return {};
  const { logo } = chosen;
  const headline = Boolean(beat.copy?.headline);
  return logo
    ? { logo: [assetInput(logo), endCardPlace(video, beat, logoStyleOf(video, logo))], headline }
    : { title: beatTitle(video, beat), typeface: look.typefaces[0], headline };
};

/** What a local still is composed of; files that lie elsewhere are copied into `folder`. */
export const sceneOf = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  {
    video,
    beat,
    chosen,
    look,
  }: { video: VideoRow; beat: BeatRow; chosen: Chosen; look: StillLook },
  folder: string,
): Promise<StillRequest> => {
  const layers: StillRequest['layers'] = {};
  for (const role of roles) {
    const row = chosen[role];
    if (row) layers[role] = await layerOf(needs, row, folder);
  }
  const title = beatTitle(video, beat);
  const logo = await logoToCome(needs, { video, beat, chosen }, folder);
  const { order, name, shotType, action, mood, cameraMovement, copy } = beat;
  return {
    size: frameSizeOf(video),
    beat: { order, name, shotType, action, mood, cameraMovement },
    layers,
    palette: brandPalette(chosen, look.palette),
    seed: `${video.documentId}/${order}/${beat.take}`,
    aspectMismatch: mismatchOf(video, look),
    ...(copy && { copy }),
    ...(title && {
      title: { words: title, ...(look.typefaces[0] && { typeface: look.typefaces[0] }) },
    }),
    ...(logo && { logo }),
  };
};

/** The forms of an end card's logo and where it will stand. */
const logoToCome = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  { video, beat, chosen }: { video: VideoRow; beat: BeatRow; chosen: Chosen },
  folder: string,
): Promise<LogoToCome | undefined> => {
  const place = chosen.logo && endCardPlace(video, beat, logoStyleOf(video, chosen.logo));
  if (!place) return undefined;
  const paths: string[] = [];
  for (const { file } of await logosFor(needs, beat))
    paths.push(await fileOnDisk(needs, file as FileRow, folder));
  return paths.length > 0 ? { paths, ...place } : undefined;
};
