import type { Brief } from './briefs';
import type { TextQuery } from './text-queries';

/** Searches on the drawn demo kit, which every machine can draw. */
export const demoQueries: TextQuery[] = [
  { ask: 'running shoe', wants: /running shoe/ },
  { ask: 'sneakers', wants: /running shoe/ },
  { ask: 'drinking bottle', wants: /bottle/ },
  { ask: 'wristwatch', wants: /watch/ },
  { ask: 'tarnlark logo', wants: /logo/ },
  { ask: 'logo for dark backgrounds', wants: /light form/ },
  { ask: 'runner', wants: /running, woman/ },
  { ask: 'hiker with backpack', wants: /hiking/ },
  { ask: 'city skyline', wants: /skyline/ },
  { ask: 'woods', wants: /Forest/ },
  { ask: 'studio', wants: /studio/ },
  { ask: 'rock', wants: /granite/ },
  { ask: 'fabric', wants: /knit/ },
  { ask: 'compas', wants: /compass/ },
  { ask: 'Wanderer', wants: /hiking/ },
  { ask: 'Laufschuh', wants: /running shoe/ },
  { ask: 'pine', wants: /pine/i },
  { ask: 'stones', wants: /stones/ },
  { ask: 'elephant', wants: null },
  { ask: 'washing machine', wants: null },
  { ask: 'piano', wants: null },
];

/** Briefs on the drawn demo kit. */
export const demoBriefs: Brief[] = [
  {
    prompt: 'Energetic spot for our trail running shoe in the forest',
    product: /running shoe/,
    environment: /Forest/,
  },
  {
    prompt: 'Our insulated steel bottle on a rooftop at dusk',
    product: /bottle/,
    environment: /Rooftop/,
  },
  {
    prompt: 'Sports watch for trail runners, ends on the Tarnlark logo',
    product: /watch/,
    logo: /logo/,
  },
  { prompt: 'Unsere Laufschuhe im Wald', product: /running shoe/, environment: /Forest/ },
  { prompt: 'Our electric kettle in a modern kitchen', product: null },
  { prompt: 'Our office chair', product: null },
  { prompt: 'Washing machine, quiet', product: null },
];
