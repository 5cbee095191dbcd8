/** What the server says of every picture unless a test tells it otherwise. */
export const pictureAnswer = {
  altText: 'A red trail shoe on a white ground, seen from the side.',
  caption: 'A red trail running shoe with a black sole, shot from the side in even studio light.',
  assetType: 'product',
  confidence: 0.93,
  primaryObject: 'trail shoe',
  styleTags: ['sporty', 'minimal'],
  recommendedShotTypes: ['hero_shot', 'close_up'],
  usageContexts: ['product page', 'launch video'],
  visibleText: null as string | null,
  isLogo: false,
  logoConfidence: 0.04,
  logoReason: 'It is a photographed thing, not a mark.',
};

const wish = (...words: string[]) => ({ wanted: words.length > 0, words });

const beat = (name: string, seconds: number, more: object = {}) => ({
  name,
  seconds,
  shotType: 'hero_shot',
  action: `The shoe is shown: ${name}.`,
  mood: 'energetic',
  cameraMovement: 'push_in',
  prompt: 'A red trail shoe on wet rock, low sun, 35 mm',
  roles: {
    product: wish('trail shoe'),
    logo: wish(),
    environment: wish('rooftop'),
    person: wish(),
    prop: wish(),
    texture: wish(),
  },
  ...more,
});

/** What the server plans for every brief. */
export const planAnswer = {
  intent: 'Make runners want the trail shoe.',
  title: 'Trail shoe at dusk',
  productName: 'trail shoe',
  productWords: ['trail', 'shoe'],
  audience: 'runners',
  setting: ['rooftop', 'dusk'],
  moods: ['energetic'],
  callToAction: null,
  language: 'en',
  beats: [beat('Hook', 2.4), beat('Sole', 3.1, { shotType: 'close_up' }), beat('Finish', 4)],
};

export const entitiesAnswer = {
  product: 'trail shoe',
  brand: null,
  people: ['runner'],
  places: ['rooftop'],
  props: [],
  moods: ['energetic'],
  language: 'en',
};

/** Answers by the name of the schema that is asked for. */
export const answers: Record<string, object> = {
  analyse_picture: pictureAnswer,
  plan_video: planAnswer,
  read_brief: entitiesAnswer,
  inspect_marks: { verdict: 'none', reason: 'No mark is drawn.' },
};
