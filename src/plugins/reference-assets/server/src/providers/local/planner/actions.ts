import type { ArcBeat, BeatKind } from './arc';
import type { Brief } from './brief';
import { capitalised, shorten } from './read-text';

/** What sentences are made of. Shape: `where` begins with a space and its preposition, or is empty. */
export type Scene = {
  subject: string;
  where: string;
  who: string | null;
  prop: string;
  closing: string | null;
};

type Sentence = (scene: Scene) => string;

const withProp = ({ prop }: Scene): string => (prop ? `, with ${prop} close by` : '');

const sentences: Record<Exclude<BeatKind, 'step'>, Sentence[]> = {
  hook: [
    ({ subject, where }) => `A first glimpse of ${subject}${where}, half in shadow`,
    ({ subject, where }) => `Light runs along the edge of ${subject}${where}`,
  ],
  context: [
    ({ where, who }) =>
      `A wide view${where || ' in soft light'} sets the scene${who ? ` and finds ${who}` : ''}`,
    ({ where, who }) => `A calmer look around${where}${who ? `, with ${who} in the middle` : ''}`,
  ],
  hero: [
    (scene) => `The frame belongs to ${scene.subject}${scene.where}${withProp(scene)}`,
    ({ subject, where }) => `A new side of ${subject}${where}`,
  ],
  detail: [
    (scene) => `The material and finish of ${scene.subject}, very near${withProp(scene)}`,
    ({ subject }) => `One telling detail of ${subject} fills the frame`,
    ({ subject }) => `Light moves slowly over the surface of ${subject}`,
  ],
  benefit: [
    ({ subject, where, who }) =>
      who
        ? `A good moment${where} for ${who} with ${subject}`
        : `What ${subject} can do, shown plainly${where}`,
    ({ subject, where }) => `A quiet moment with ${subject}${where}, and why it matters`,
  ],
  action: [
    ({ subject, where, who }) =>
      `Full of movement: ${subject} in use${where}${who ? `, in the hands of ${who}` : ''}`,
    ({ subject, where }) => `A sweep through the frame with ${subject}${where}`,
    ({ subject, where }) => `The pace rises around ${subject}${where}`,
  ],
  people: [
    ({ subject, where, who }) =>
      who
        ? `An easy moment${where} with ${who} and ${subject}`
        : `Everyday life around ${subject}${where}`,
    ({ subject, where, who }) =>
      who
        ? `A look from ${who}${where}, with ${subject} close by`
        : `Familiar things around ${subject}${where}`,
  ],
  end: [
    ({ closing }) =>
      closing
        ? `End card on a calm background with the line "${closing}"`
        : 'End card on a calm background',
  ],
};

const longestAction = 300;

/** "the teddy bear", but "fresh strawberries". */
const withArticle = (noun: string): string =>
  /(?:s|people|men|children)$/i.test(noun) ? noun : `the ${noun}`;

/** Everything sentences need from a brief, for a beat that may have a product of its own. */
export const sceneOf = (brief: Brief, productName: string | null, where: string | null): Scene => {
  const name = productName ?? '';
  // In German every noun has a capital; elsewhere one word with a capital is a name and takes no article.
  const isProper = brief.language !== 'de' && /^\p{Lu}\S*$/u.test(name);
  return {
    subject: isProper ? name : `the ${name || 'product'}`,
    where: where ? ` ${where}` : '',
    who: brief.person && withArticle(brief.person.toLowerCase()),
    prop: brief.prop ? withArticle(brief.prop) : '',
    closing: brief.callToAction,
  };
};

/** What happens in a beat, in one plain sentence; a step the brief spells out keeps the brief's own words. */
export const actionOf = (
  { kind, round }: ArcBeat,
  scene: Scene,
  step: string | null,
  logo: boolean,
): string => {
  if (kind === 'step' && step) {
    return shorten(round === 0 ? step : `${step}, seen from another side`, longestAction);
  }
  const choices = sentences[kind === 'step' ? 'hero' : kind];
  const sentence = choices[round % choices.length](scene);
  const ending =
    kind === 'end' ? (logo ? ', and the logo' : `, with ${scene.subject} in view`) : '';
  return shorten(capitalised(sentence + ending), longestAction);
};
