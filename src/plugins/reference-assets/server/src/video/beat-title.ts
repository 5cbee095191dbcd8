import { roleWishes } from '../../../shared/contracts/spec';
import type { AssetType } from '../../../shared/contracts/vocabulary';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** Which of a beat's wishes says best what it is about. */
const telling: readonly AssetType[] = ['product', 'person', 'prop', 'environment', 'texture'];
/** Longer phrases are no title any more. */
const longest = 60;

/** What a beat is about, in the brief's own words: what it wants to show, else the video's product; null when nothing says. */
export const beatTitle = (
  { spec }: Pick<VideoRow, 'spec'>,
  { roles }: Pick<BeatRow, 'roles'>,
): string | null => {
  const { data: wishes } = roleWishes.safeParse(roles);
  const phrases = [
    ...telling.map((role) => (wishes?.[role].wanted ? wishes[role].words[0] : undefined)),
    spec?.product?.name,
  ];
  const phrase = phrases.find((one) => one !== undefined && one.trim().length > 0);
  if (phrase === undefined || phrase.length > longest) return null;
  const words = phrase.trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};
