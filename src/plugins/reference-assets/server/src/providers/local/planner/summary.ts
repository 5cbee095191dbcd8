import type { Mood } from '../../../../../shared/contracts/vocabulary';
import type { Brief } from './brief';
import { capitalised, shorten } from './read-text';

const longestTitle = 80;
const longestIntent = 500;

/** A title for lists: the product and where it plays, else the brief's beginning. */
export const titleOf = ({ product, setting, text }: Brief): string => {
  const begin = product?.name ?? '';
  const place = setting.phrase ?? '';
  const title = begin ? [begin, place].filter(Boolean).join(' ') : text;
  return capitalised(shorten(title, longestTitle)) || 'Untitled video';
};

/** What the video is to do, in one sentence, for people to check before anything is made. */
export const intentOf = (brief: Brief, mood: Mood, durationSeconds: number): string => {
  const { product, setting, audience, callToAction, text } = brief;
  const parts = [
    `${capitalised(mood)} video of ${durationSeconds} seconds`,
    product ? ` for ${product.name}` : '',
    setting.phrase ? `, set ${setting.phrase}` : '',
    audience ? `, made for ${audience}` : '',
    callToAction ? `, closing on "${callToAction}"` : '',
  ].join('');
  const source = product || !text ? '' : ` after the brief: ${shorten(text, 200)}`;
  return shorten(`${parts}${source}`, longestIntent);
};
