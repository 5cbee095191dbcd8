import type { Core } from '@strapi/strapi';

interface Picture {
  url: string;
}
/** The part of a video that the demo shows. */
export interface DemoVideo {
  documentId: string;
  status: string;
  video: Picture | null;
  progress: { done: number; total: number };
  beats: { name: string; stillWithLogo: Picture | null }[];
  error: { message: string } | null;
}
interface VideosService {
  create(request: object, idempotencyKey: string): Promise<{ documentId: string }>;
  get(documentId: string): Promise<DemoVideo>;
}

const brief = {
  prompt: '15 s energetic ad for our red trail running shoe, rooftop at dusk',
  durationSeconds: 15,
  qualityTier: 'animatic',
};
const under = ['queued', 'planning', 'storyboarding', 'animating', 'assembling'];
const longestMs = 10 * 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the demo's video, or finds the one an earlier run made; fails with the video's own reason. */
export const makeVideo = async (strapi: Core.Strapi): Promise<DemoVideo> => {
  const videos = strapi.plugin('reference-assets').service('videos') as VideosService;
  console.log(`brief: ${brief.prompt}`);
  const { documentId } = await videos.create(brief, 'demo');
  const until = Date.now() + longestMs;
  let said = '';
  for (;;) {
    const video = await videos.get(documentId);
    const now = `${video.status} ${video.progress.done}/${video.progress.total}`;
    if (now !== said) console.log(`  ${now}`);
    said = now;
    if (!under.includes(video.status)) {
      if (video.video && video.error === null) return video;
      throw new Error(
        `the video ${video.status}: ${video.error?.message ?? 'no reason was given'}`,
      );
    }
    if (Date.now() > until)
      throw new Error(`the video was not ready after ${longestMs / 60_000} minutes`);
    await pause(200);
  }
};
