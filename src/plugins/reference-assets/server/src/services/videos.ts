import type { Core } from '@strapi/strapi';
import { videoRequest, type VideoRequest } from '../../../shared/contracts/video-requests';
import type { Video } from '../../../shared/contracts/videos';
import { useCase } from '../composition';
import type { Viewer } from '../library/viewer';

const script: Viewer = { kind: 'token', name: 'script' };

/** Videos for programs in the same process: `strapi.plugin('reference-assets').service('videos')`. */
export const videosService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Orders a video; the same key gives the same video. */
  create: (
    request: Partial<VideoRequest> & { prompt: string },
    idempotencyKey?: string,
  ): Promise<Video> =>
    useCase(strapi, 'orders').create(videoRequest.parse(request), script, idempotencyKey),

  /** A video with its beats, as it stands now. */
  get: (documentId: string): Promise<Video> =>
    useCase(strapi, 'browseVideos').get(documentId, script, true),
});
