import type { Core } from '@strapi/strapi';
import type { FileIntents } from './file-intents';

/** Prefixes under which Strapi keeps the formats of an uploaded picture. */
const formatPrefixes = ['thumbnail_', 'small_', 'medium_', 'large_', 'xsmall_', 'xlarge_'];

/** An intent this old is given up even when nobody can tell whether its holder lives (another machine). */
const oldSeconds = 1800;

/**
 * Removes the bytes of files whose writer died before the row was made; returns how many were removed.
 *
 * `isGone` tells whether a holder is known to have ended.
 */
export const sweepIntents = async (
  strapi: Core.Strapi,
  intents: FileIntents,
  isGone: (holder: string) => boolean,
): Promise<number> => {
  const due = (await intents.open()).filter(
    (intent) => isGone(intent.holder) || intent.ageSeconds > oldSeconds,
  );
  for (const intent of due) {
    if (!intent.hasRow) {
      const names = [
        intent.hash,
        ...(intent.formats ? formatPrefixes.map((prefix) => prefix + intent.hash) : []),
      ];
      for (const hash of names)
        await strapi.plugin('upload').provider.delete({ hash, ext: intent.ext, url: '' });
    }
    await intents.strike([intent.hash]);
  }
  return due.filter((intent) => !intent.hasRow).length;
};
