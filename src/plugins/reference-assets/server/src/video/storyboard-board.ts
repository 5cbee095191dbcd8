import type { BeatBoard, Board, Take } from '../../../shared/contracts/board';
import { StepFailure } from '../errors';
import type { Viewer } from '../library/viewer';
import type { Offers } from '../money/offers';
import type { Stores } from '../stores';
import { toAsset, toMediaRef } from '../stores/asset-rows';
import type { VendorJobRow } from '../stores/money/vendor-jobs';
import type { TakeRow } from '../stores/takes';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { localClipHash } from './moving-still';
import type { BrowseVideos } from './browse-videos';
import { excludedByBeat } from './choice-keys';
import { chosenAssets } from './layer-files';
import { clipHashOf } from './paid/clip-order';
import { demandKnown, isVendors, modelsOfBeat } from './paid/models-of';
import { stillOrder } from './paid/still-order';
import { brandPrintOf, logosFor, overlayHashOf } from './overlay-input';
import { stillHashOf, type StillLook } from './still-scene';
import { usedIds } from './views';

type Needs = Pick<Stores, 'assets' | 'beats' | 'takes' | 'vendorJobs'> & {
  browse: BrowseVideos;
  offers: Offers;
  look(): Promise<StillLook>;
};

const toOrder = ({ provider, model, step, state, attempt, error, ...job }: VendorJobRow) => ({
  ...{ provider, model, step, state, attempt, error },
  since: new Date(job.sentAt ?? job.createdAt).toISOString(),
});

const toTake = (row: TakeRow, beat: BeatRow, names: ReadonlyMap<string, string>): Take => ({
  documentId: row.documentId,
  number: row.number,
  createdAt: row.createdAt,
  still: toMediaRef(row.still),
  stillWithLogo: toMediaRef(row.stillWithLogo ?? row.still),
  action: row.columns?.action ?? '',
  assets: usedIds({ references: row.columns?.references ?? null }).flatMap(
    (id) => names.get(id) ?? [],
  ),
  model: row.model ?? '',
  current: row.stillHash === beat.stillHash,
});

/** What a storyboard tells of its beats beside themselves: what is stale, what is excluded, takes, orders under way. */
export const createStoryboardBoard = (needs: Needs) => {
  const { assets, beats, takes, vendorJobs, browse, offers } = needs;

  /** Whether what is laid over a still is not what would be laid over it now. */
  const isOutdated = async (
    video: VideoRow,
    beat: BeatRow,
    look: StillLook,
    isLast: boolean,
  ): Promise<boolean> => {
    const print = brandPrintOf(beat, look, isLast);
    const logos = await logosFor({ assets }, beat);
    return beat.overlayHash !== overlayHashOf(video, beat, logos, look, print);
  };

  const staleness = async (
    video: VideoRow,
    beat: BeatRow,
    look: StillLook,
    isLast: boolean,
  ): Promise<BeatBoard['stale']> => {
    const models = modelsOfBeat(offers, video, beat);
    try {
      demandKnown(models.still);
      demandKnown(models.clip);
      const chosen = await chosenAssets({ assets }, beat.references);
      const still = isVendors(models.still)
        ? stillOrder(models.still, video, beat, chosen).target.hash
        : stillHashOf(video, beat, chosen, look);
      const clip = isVendors(models.clip)
        ? clipHashOf(models.clip, video, beat)
        : localClipHash(beat);
      const isStale = beat.still !== null && beat.stillHash !== still;
      return {
        still: isStale,
        clip: beat.clips.length > 0 && (isStale || beat.clipHash !== clip),
        overlay:
          beat.stillWithLogo !== null && (isStale || (await isOutdated(video, beat, look, isLast))),
        reason: null,
      };
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      const [still, clip] = [beat.still !== null, beat.clips.length > 0];
      return { still, clip, overlay: beat.stillWithLogo !== null, reason: error.message };
    }
  };

  return async (documentId: string, viewer: Viewer): Promise<Board> => {
    const video = await browse.changeable(documentId, viewer);
    const rows = await beats.of(documentId);
    const kept = await takes.of(documentId);
    const excluded = excludedByBeat(video.customReferenceMapping);
    const ids = [
      ...Object.values(excluded).flat(),
      ...kept.flatMap(({ columns }) => usedIds({ references: columns?.references ?? null })),
    ];
    const known = await assets.some([...new Set(ids)], { all: true });
    const names = new Map(known.map((row) => [row.documentId, row.name]));
    const live = await vendorJobs.liveOf(documentId);
    const look = await needs.look();
    const boards: BeatBoard[] = [];
    for (const beat of rows) {
      const job = live.find((one) => one.beat === beat.documentId);
      boards.push({
        beatId: beat.documentId,
        stale: await staleness(video, beat, look, beat === rows.at(-1)),
        excluded: known
          .filter((row) => excluded[beat.order]?.includes(row.documentId))
          .map((row) => toAsset(row)),
        takes: kept
          .filter((take) => take.beat === beat.documentId)
          .map((take) => toTake(take, beat, names)),
        order: job ? toOrder(job) : null,
      });
    }
    return { beats: boards };
  };
};
