import { stem } from './stem';

const stems = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .flatMap((word) => [word, stem(word)]),
  );

/** Words that say how a thing is and not what it is: of "cosy red chair" the chair decides. */
export const describing = stems(`
  dark light deep pale bright matte glossy shiny clear plain patterned dotted striped colorful colourful
  new latest old vintage retro classic modern contemporary rustic antique young small big large tiny mini huge little tall short long slim wide compact portable
  premium luxury luxurious elegant beautiful stylish fresh favourite favorite best good great perfect original handmade
  nice pretty cool warm cold hot cosy cozy soft hard fast slow quiet loud calm busy empty full
  sunny snowy rainy foggy misty cloudy stormy official japanese italian german french american
  neu alt gross klein schon nouveau grand petit nuevo grande pequeno
`);

/** Words that name any picture and tell none from another. */
export const sayingLittle = stems(`
  picture image photo photograph shot view something thing things anything stuff item some kind type foto bild
  company brand background surface scene high resolution quality free stock showing people's
`);

/** Things whose kind is told by the word before: a washing machine is no espresso machine. */
export const wideThings = stems(`
  machine maker device appliance cleaner dryer kit tool holder stand rack board system unit grinder opener cutter charger cable
  player food drink oil
`);

/** Colour words that are things as well, when they stand last: a skin cream. */
export const alsoThings = stems(
  'cream orange gold silver lime mint coral copper bronze amber charcoal salmon olive lavender rose',
);

/** Whether a stem says how a thing is, or names any picture, and so not what it is. */
export const isDescribing = (stem: string): boolean =>
  describing.has(stem) || sayingLittle.has(stem);
