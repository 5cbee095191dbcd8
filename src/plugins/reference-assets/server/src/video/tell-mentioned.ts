import type { ReviewComment } from '../../../shared/contracts/reviews';
import type { Stores } from '../stores';
import { messageOf } from '../../../shared/message-of';

/** A letter; `null` where this installation sends none. */
export type SendMail =
  ((letter: { to: string; subject: string; text: string }) => Promise<void>) | null;

type Needs = Pick<Stores, 'mentions'> & {
  mail: SendMail;
  /** Whether such letters are sent, as decided in the settings. */
  isWanted(): Promise<boolean>;
  /** Where the panel shows a video. */
  addressOf(videoId: string): string;
  log: { warn(message: string): void };
};

const subjectLength = 60;

/**
 * Writes to the people a remark mentions. The panel shows them the remark anyway, so a letter that cannot be sent is a
 * line in the log and nothing else: it never rejects.
 */
export const createTellMentioned =
  ({ mentions, mail, isWanted, addressOf, log }: Needs) =>
  async (video: { documentId: string; prompt: string }, said: ReviewComment): Promise<void> => {
    if (!mail || said.mentions.length === 0) return;
    const warn = (error: unknown): void =>
      log.warn(`a mention could not be mailed: ${messageOf(error)}`);
    const asked = async () =>
      (await isWanted()) ? mentions.addressesOf(said.mentions.map(({ id }) => id)) : [];
    const people = await asked().catch((error: unknown) => {
      warn(error);
      return [];
    });
    const name = video.prompt.slice(0, subjectLength).replace(/\s+/g, ' ');
    for (const { email } of people) {
      const letter = {
        to: email,
        subject: `${said.author} asks you to look: ${name}`,
        text: `${said.text}\n\n${addressOf(video.documentId)}`,
      };
      await mail(letter).catch(warn);
    }
  };
export type TellMentioned = ReturnType<typeof createTellMentioned>;
