import { z } from 'zod';

/** What the database wrote down of something that happened to a video. */
const said = z.object({
  video: z.object({ documentId: z.string(), prompt: z.string().nullish() }),
  by: z.object({ name: z.string() }).nullish(),
  detail: z.string().nullish(),
  error: z.object({ message: z.string().nullish() }).nullish(),
});

export interface Letter {
  subject: string;
  text: string;
}

const subjectLength = 60;

const titles: Record<string, (by: string) => string> = {
  'video.in_review': () => 'Ready for review',
  'video.failed': () => 'A video failed',
  'review.approved': (by) => `${by} approved`,
  'review.changes_requested': (by) => `${by} asks for changes`,
  'review.rejected': (by) => `${by} rejected`,
};

/** The letter about something that happened to a video, and the video it is about. */
export const letterOf = (
  { target, event, data }: { target: string; event: string; data: unknown },
  addressOf: (videoId: string) => string,
): Letter & { videoId: string } => {
  const { video, by, detail, error } = said.parse(data);
  const prompt = (video.prompt ?? '').replace(/\s+/g, ' ').trim();
  const title = target === 'budget' ? 'Out of budget' : titles[event](by?.name ?? 'Somebody');
  const lines = [prompt, error?.message, detail, addressOf(video.documentId)];
  return {
    videoId: video.documentId,
    subject: `${title}: ${prompt.slice(0, subjectLength)}`,
    text: lines.filter(Boolean).join('\n\n'),
  };
};
