import { PassThrough } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { documentId } from '../../../shared/contracts/problems';
import { useCase } from '../composition';
import { permission, type Permission } from '../permissions';
import type { ChangeListener } from '../video/change-news';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const beatMs = 20_000;

type ChangeEvent = Parameters<ChangeListener>[0];
/** Whoever may count how it all runs hears that it changed. */
const operatorsRights: readonly Permission[] = ['status.read', 'dashboard.read', 'settings.manage'];

const maySee = (ctx: Context, rights: readonly Permission[]): boolean =>
  rights.some((right) => ctx.state.userAbility?.can(permission(right)) ?? false);

/** Opens a stream of server-sent events that lives as long as its reader. */
const openStream = (
  ctx: Context,
  strapi: Core.Strapi,
  wants: (about: { event: ChangeEvent; videoId: string | null }) => boolean,
): PassThrough => {
  const stream = new PassThrough();
  ctx.type = 'text/event-stream';
  ctx.set('Cache-Control', 'no-cache, no-transform');
  ctx.set('X-Accel-Buffering', 'no');
  ctx.status = 200;
  ctx.body = stream;
  stream.write(': connected\n\n');
  const listener: ChangeListener = (event, data, videoId) => {
    if (wants({ event, videoId }))
      stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const leave = useCase(strapi, 'changes').listen(listener);
  const alive = setInterval(() => stream.write(': alive\n\n'), beatMs);
  stream.on('close', () => {
    clearInterval(alive);
    leave();
  });
  ctx.req.on('close', () => stream.destroy());
  return stream;
};

/** What happens, as it happens. */
export const eventController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/video-generations/:id/events */
  async videoFind(ctx: Context) {
    const id = parse(documentId, ctx.params.id);
    await useCase(strapi, 'browseVideos').changeable(id, viewerOf(ctx.state));
    const stream = openStream(ctx, strapi, ({ videoId }) => videoId === id);
    const first = await useCase(strapi, 'changes').videoEvent(id);
    if (first) stream.write(`event: video\ndata: ${JSON.stringify(first)}\n\n`);
  },

  /** GET /reference-assets/events/videos (admin): every video, for people who do not see the library. */
  videosFind(ctx: Context) {
    const seesOperation = maySee(ctx, operatorsRights);
    openStream(ctx, strapi, ({ event, videoId }) =>
      event === 'status' ? seesOperation : videoId !== null,
    );
  },

  /** GET /reference-assets/events (admin): every asset, and every video for people who may see those. */
  find(ctx: Context) {
    const seesVideos = maySee(ctx, ['videos.read']);
    const seesOperation = maySee(ctx, operatorsRights);
    openStream(ctx, strapi, ({ event, videoId }) =>
      event === 'status' ? seesOperation : videoId === null || seesVideos,
    );
  },

  /** GET /reference-assets/events/status (admin): that something runs differently, for people who see nothing else. */
  statusFind(ctx: Context) {
    openStream(ctx, strapi, ({ event }) => event === 'status');
  },
});
