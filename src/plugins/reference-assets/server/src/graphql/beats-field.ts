import type { Core } from '@strapi/strapi';
import type { Beat } from '../../../shared/contracts/beats';
import type { Video } from '../../../shared/contracts/videos';
import { useCase } from '../composition';
import { viewerOf } from '../controllers/viewer';
import { scopeOf } from './operation';
import type { GraphqlContext } from './plugin-api';

/**
 * The beats of a video, read only when a query asks for them.
 *
 * REST shows them with one video, so a video that came without them asks for that permission here as well.
 */
export const beatsOf =
  (strapi: Core.Strapi) =>
  async (video: Video, _args: unknown, { state }: GraphqlContext): Promise<Beat[]> => {
    if (video.beats) return video.beats;
    const scope = [scopeOf('video-generation.findOne')];
    await strapi.auth.verify(state.auth as never, { scope }); // what authentication left there, Strapi's own object
    const whole = await useCase(strapi, 'browseVideos').get(
      video.documentId,
      viewerOf(state),
      true,
    );
    return whole.beats ?? [];
  };
