import { roleWishes } from '../../../shared/contracts/spec';
import type { AssetType, ShotType } from '../../../shared/contracts/vocabulary';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** Which of a beat's wishes says best what it is about, in a wide shot and in any other. */
const telling: Record<'wide' | 'usual', readonly AssetType[]> = {
  usual: ['product', 'person', 'prop', 'environment', 'texture'],
  wide: ['environment', 'person', 'product', 'prop', 'texture'],
};
const wideShots: readonly ShotType[] = ['wide', 'lifestyle_context'];
/** Longer phrases are no title any more. */
const longest = 60;

/** What a beat is about, in the brief's own words: what it wants to show, else the video's product; null when nothing says. */
export const beatTitle = (
  { spec }: Pick<VideoRow, 'spec'>,
  { roles, shotType }: Pick<BeatRow, 'roles' | 'shotType'>,
): string | null => {
  const { data: wishes } = roleWishes.safeParse(roles);
  const phrases = [
    ...telling[wideShots.includes(shotType) ? 'wide' : 'usual'].map((role) =>
      wishes?.[role].wanted ? wishes[role].words[0] : undefined,
    ),
    spec?.product?.name,
  ];
  const phrase = phrases.find((one) => one !== undefined && one.trim().length > 0);
  if (phrase === undefined || phrase.length > longest) return null;
  const words = phrase.trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
};
