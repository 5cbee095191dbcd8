import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type { mappingRequest } from '../../../shared/contracts/matching';
import type { Video } from '../../../shared/contracts/videos';
import type { AssetType } from '../../../shared/contracts/vocabulary';
import { actorOf, scopeOf, type Viewer } from '../library/viewer';
import { rightsAllow, rightsRefusal } from '../library/rights';
import type { Stores } from '../stores';
import type { AssetRow } from '../stores/asset-rows';
import type { BeatRow, StoredReference, StoredReferences, VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { exclusionKey } from './choice-keys';
import { workingStages } from './stages';

type Needs = Pick<Stores, 'assets' | 'videos' | 'beats' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
  control: Control;
};

/** The role an asset takes in a beat. */
export const roleOf = (asset: AssetRow): AssetType =>
  asset.isLogo ? 'logo' : (asset.assetType ?? 'prop');

/** The assets by hand, role by role; what was chosen before stays among the alternatives. */
const byHand = (beat: BeatRow, chosen: readonly AssetRow[]): StoredReferences => {
  const references: StoredReferences = {};
  for (const [role, before] of Object.entries(beat.references ?? {}) as [
    AssetType,
    StoredReference | null,
  ][]) {
    if (chosen.length === 0) references[role] = null;
    else references[role] = before?.manual ? null : before;
  }
  for (const asset of chosen) {
    const role = roleOf(asset);
    const before = beat.references?.[role];
    const others = before ? [{ ...before }, ...before.alternatives] : [];
    references[role] = {
      assetId: asset.documentId,
      score: 1,
      reasons: ['you chose it'],
      alternatives: others
        .filter((other) => other.assetId !== asset.documentId)
        .map(({ assetId, score, reasons }) => ({ assetId, score, reasons })),
      manual: true,
    };
  }
  return references;
};

/** The manual override of a beat's assets; kept on the video, so that it survives a new plan. */
export const createMapping = (needs: Needs) => {
  const { assets, videos, beats, activity, transaction, browse, control } = needs;
  const known = async (ids: readonly string[], viewer: Viewer): Promise<AssetRow[]> => {
    const rows = await assets.some(ids, scopeOf(viewer));
    const missing = ids.filter((id) => !rows.some((row) => row.documentId === id));
    if (missing.length > 0)
      throw new errors.ValidationError(
        `These assets are not in your library: ${missing.join(', ')}.`,
      );
    const barred = rows.find((row) => !rightsAllow(row));
    if (barred) throw new errors.ValidationError(rightsRefusal(barred));
    return rows;
  };

  const keep = async (
    video: VideoRow,
    beat: BeatRow,
    ids: string[],
    references: StoredReferences,
    excluded: string[] | undefined,
  ): Promise<void> => {
    const custom = {
      ...video.customReferenceMapping,
      [String(beat.order)]: ids,
      ...(excluded && { [exclusionKey(beat.order)]: excluded }),
    };
    await videos.update(video.id, { customReferenceMapping: custom });
    await beats.update(beat.id, { references });
  };

  return {
    async set(
      documentId: string,
      request: z.infer<typeof mappingRequest>,
      viewer: Viewer,
    ): Promise<Video> {
      await browse.beat(await browse.changeable(documentId, viewer), request.beatId);
      const rows = await known(request.assetIds, viewer);
      // One transaction: what is refused its money changes nothing, and no two change the lists at once.
      await transaction(async () => {
        await videos.lock(documentId);
        const video = await browse.changeable(documentId, viewer);
        const beat = await browse.beat(video, request.beatId);
        if (workingStages.includes(video.stage) && video.stage !== 'storyboarding')
          throw new errors.ApplicationError(
            'The video is being made; wait until it stops, or cancel it.',
          );
        await keep(video, beat, request.assetIds, byHand(beat, rows), request.excludedAssetIds);
        const detail = `beat ${beat.order + 1}: ${rows.map(({ name }) => name).join(', ')}`;
        await activity.add({ ...actorOf(viewer), action: 'mapped', video: documentId, detail });
        if (video.stage !== 'awaiting_plan') await control.redo(video, [beat], false);
      });
      return browse.get(documentId, viewer, true);
    },
  };
};
