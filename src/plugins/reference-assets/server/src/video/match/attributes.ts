const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Colours and the family each belongs to: a silver car may be called grey, never red. */
export const colorFamily: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    red: 'red crimson scarlet maroon burgundy rot rouge rojo',
    blue: 'blue navy turquoise teal cyan indigo blau bleu azul',
    green: 'green olive lime mint teal grun vert verde',
    yellow: 'yellow gold golden amber gelb jaune amarillo',
    orange: 'orange coral salmon copper naranja',
    purple: 'purple violet lavender lila',
    pink: 'pink rosa magenta',
    brown: 'brown bronze copper tan khaki braun marron',
    beige: 'beige ivory sand',
    black: 'black charcoal schwarz noir negro',
    white: 'white ivory weiss blanc blanco',
    grey: 'grey gray silver grau gris chrome',
  }).flatMap(([family, words]) => words.split(' ').map((word) => [word, family])),
);

/** Words that describe a thing and do not say what it is. */
export const describingWords = set(`
  dark light deep pale bright matte glossy shiny clear transparent plain patterned dotted striped colorful colourful
  wooden wood leather steel stainless metal plastic glass ceramic cotton canvas wool silk bamboo rubber paper stone cardboard knitted
  new latest old vintage retro classic modern young small big large tiny mini huge little tall short long slim wide compact portable
  electric electrical electronic wireless cordless smart digital automatic cheap premium luxury luxurious elegant beautiful
  stylish fresh favourite favorite best good great perfect ultimate limited edition official original handmade organic sustainable eco
  recycled reusable foldable waterproof lightweight cosy cozy soft warm cool cold hot signature iconic bestselling
  summer winter spring autumn everyday daily weekend holiday
  cut cutout photo picture image brand vector illustration flat final draft copy front back side view png jpg jpeg webp svg
  product logo person environment texture prop pair set row
  neu neue neuen neuer neues alt rouge nouveau nouvelle nuevo nueva electrique electrico electrica elektrische
`);

/** Packages: what is in them is what is sold, so "beer" is answered by a row of beer bottles. */
export const containers = set(
  'bottle can tin tube jar carton packet pack pot box sachet pouch row stack pile pair set glass group flasche dose',
);

/** Things whose kind is told by the word before: a washing machine is no espresso machine. */
export const wideThings = set(`
  machine maker device appliance bottle can jar tin box case cover bag card cleaner dryer kit tool holder stand rack board ball book
  chair table bed desk oil pan pot knife player game pen system unit pack drink juice water tea wine glass cap hat food fruit furniture clothing key screen display
  grinder mill opener cutter filter charger cable
`);

/** Words that describe before a thing and are a thing at the end: a book light. */
export const alsoThings = set('light glass paper stone cover');

/** Colour words that are fruits and spices, and the things they are the taste of. */
export const flavours = set('orange peach olive lime mint cream chocolate salmon amber rose');
export const flavoured = set(
  'juice oil tea drink soda lemonade jam cake ice cookie sauce water smoothie yoghurt yogurt candy chocolate gum toothpaste soap saft jus',
);

/** Words that make another thing of what they stand before. */
export const otherThings = set('toy model miniature fake costume poster sticker icon');

/** Two words that are one thing, and the one word for it. */
export const oneThing: Readonly<Record<string, string>> = {
  'hair dryer': 'hairdryer',
  'hair drier': 'hairdryer',
  'blow dryer': 'hairdryer',
  'vacuum cleaner': 'vacuum',
  'vacuum robot': 'vacuum',
  'mobile phone': 'phone',
  'cell phone': 'phone',
  'smart phone': 'phone',
  'cellular phone': 'phone',
  'cellular telephone': 'phone',
  'sun glasses': 'sunglasses',
  'wrist watch': 'watch',
  'hand bag': 'handbag',
  'loud speaker': 'loudspeaker',
  'beanie cap': 'beanie',
  'beanie hat': 'beanie',
  'espresso machine': 'coffeemaker',
  'espresso maker': 'coffeemaker',
  'coffee machine': 'coffeemaker',
  'coffee maker': 'coffeemaker',
  'gift voucher': 'gift card',
};

/** Words after which a thing's surroundings begin, not the thing. */
export const surroundingsBegin = set(
  'on in at with near under over before behind beside against from by for',
);

/** Words after which another thing in the picture begins. */
export const anotherBegins = set('of wearing holding using carrying and');
