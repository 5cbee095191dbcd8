import { errors } from '@strapi/utils';
import type { Quote } from '../../../shared/contracts/prices';
import type { VideoRequest } from '../../../shared/contracts/video-requests';
import type { Video } from '../../../shared/contracts/videos';
import type { VideoSpec } from '../../../shared/contracts/spec';
import { actorOf, ownerOf, scopeOf, type Viewer } from '../library/viewer';
import { videoHold, type Purse } from '../money/purse';
import type { Stores } from '../stores';
import type { BrowseVideos } from './browse-videos';
import type { Requote } from './requote';

/** Turns a brief into beats. */
export type Planner = (
  brief: Pick<VideoRequest, 'prompt' | 'durationSeconds' | 'aspectRatio'> & { tone?: string },
) => VideoSpec;

type Needs = Pick<Stores, 'videos' | 'assets' | 'activity' | 'transaction'> & {
  requote: Requote;
  purse: Purse;
  plan: Planner;
  /** How the brand speaks. */
  tone(): Promise<string>;
  browse: BrowseVideos;
};

const whoKey = (viewer: Viewer): string =>
  viewer.kind === 'user' ? `user ${viewer.id}` : viewer.kind;

const isDuplicateKey = (error: unknown): boolean => (error as { code?: unknown })?.code === '23505';

/** Ordering a video: first the price, then the row whose stage `queued` starts everything. */
export const createOrders = (needs: Needs) => {
  const { videos, assets, activity, transaction, requote, purse, plan, browse } = needs;

  const check = async (request: VideoRequest, viewer: Viewer): Promise<void> => {
    const found = await assets.some(request.referenceAssetIds, scopeOf(viewer));
    const known = new Set(found.map((asset) => asset.documentId));
    const missing = request.referenceAssetIds.filter((id) => !known.has(id));
    if (missing.length === 0) return;
    throw new errors.ValidationError(
      `${missing.length} of the chosen assets are not in your library.`,
      {
        errors: missing.map((id) => ({
          path: ['referenceAssetIds'],
          message: `no asset ${id}`,
          name: 'ValidationError',
        })),
      },
    );
  };

  const estimate = async (request: VideoRequest, viewer: Viewer): Promise<Quote> => {
    await check(request, viewer);
    const planned = plan({ ...request, tone: await needs.tone() });
    const quote = requote.ofRequest(request, planned.beats);
    return { ...quote, credits: await purse.credits(ownerOf(viewer)) };
  };

  const insert = async (request: VideoRequest, viewer: Viewer, key: string | null) => {
    const { estimatedCostUsd } = await estimate(request, viewer);
    const owner = ownerOf(viewer);
    // The row and the money set aside for it, or neither: an order that is not covered never was.
    return transaction(async () => {
      const row = await videos.create({
        ...request,
        referenceAssets: request.referenceAssetIds,
        stage: 'queued',
        owner,
        ...(viewer.kind === 'admin' && viewer.id && { createdBy: viewer.id }),
        estimatedCostUsd,
        idempotencyKey: key,
      });
      const purpose = { key: videoHold(row.documentId), video: row.documentId, owner };
      await purse.raise(purpose, estimatedCostUsd);
      await activity.add({ ...actorOf(viewer), action: 'created', video: row.documentId });
      return row;
    });
  };

  return {
    estimate,

    /** What a video still lacks, and of some beats another take; what continuing, retrying or regenerating would cost. */
    async remaining(documentId: string, anew: readonly string[], viewer: Viewer): Promise<Quote> {
      const video = await browse.changeable(documentId, viewer);
      for (const beatId of anew) await browse.beat(video, beatId);
      const quote = await requote.ofVideo(video, anew);
      return { ...quote, credits: await purse.credits(video.owner) };
    },

    /** Creates a video, or returns the one that an earlier request with the same key created. */
    async create(request: VideoRequest, viewer: Viewer, idempotencyKey?: string): Promise<Video> {
      const key = idempotencyKey ? `${whoKey(viewer)}: ${idempotencyKey}` : null;
      const earlier = key ? await videos.findByKey(key) : null;
      if (earlier) return browse.get(earlier.documentId, viewer, false);
      try {
        const row = await insert(request, viewer, key);
        return await browse.get(row.documentId, viewer, false);
      } catch (error) {
        const winner = key && isDuplicateKey(error) ? await videos.findByKey(key) : null;
        if (!winner) throw error;
        return browse.get(winner.documentId, viewer, false);
      }
    },
  };
};
