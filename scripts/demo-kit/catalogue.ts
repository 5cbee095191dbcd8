import { drawLogo, drawMark } from './brand/logo';
import type { Encoding, Picture } from './canvas/picture';
import { drawHiker } from './people/hiker';
import { drawRunner } from './people/runner';
import { drawForest } from './places/forest';
import { drawRooftop } from './places/rooftop';
import { drawStudio } from './places/studio';
import { drawBottle } from './products/bottle';
import { drawShoe } from './products/shoe';
import { drawWatch } from './products/watch';
import { drawCompass } from './props/compass';
import { drawPineBranch } from './props/pine-branch';
import { drawStones } from './props/stones';
import { drawGranite } from './surfaces/granite';
import { drawKnit } from './surfaces/knit';

export type AssetType = 'product' | 'logo' | 'person' | 'environment' | 'texture' | 'prop';

/** One picture of the kit before it is drawn; the file's ending says how it is encoded. */
export interface Entry {
  file: string;
  type: AssetType;
  caption: string;
  draw: () => Promise<Picture>;
}

/** How a file is encoded, from its name. */
export const encodingOf = (file: string): Encoding =>
  file.endsWith('.jpg') ? 'jpeg' : file.endsWith('.webp') ? 'webp' : 'png';

/** Everything in the kit, in the order a brand book would show it. */
export const catalogue: Entry[] = [
  {
    file: 'tarnlark-running-shoe-red.png',
    type: 'product',
    caption: 'Red trail running shoe, side view, on transparent background',
    draw: drawShoe,
  },
  {
    file: 'tarnlark-insulated-bottle-green.webp',
    type: 'product',
    caption: 'Green insulated steel bottle with carry loop, front view, on transparent background',
    draw: drawBottle,
  },
  {
    file: 'tarnlark-sports-watch-red.png',
    type: 'product',
    caption: 'Sports watch with map display and red strap, front view, on transparent background',
    draw: drawWatch,
  },
  {
    file: 'tarnlark-logo-dark.png',
    type: 'logo',
    caption: 'Tarnlark logo, symbol and name, dark form for light backgrounds',
    draw: () => drawLogo('dark'),
  },
  {
    file: 'tarnlark-logo-light.png',
    type: 'logo',
    caption: 'Tarnlark logo, symbol and name, light form for dark backgrounds',
    draw: () => drawLogo('light'),
  },
  {
    file: 'tarnlark-symbol-dark.png',
    type: 'logo',
    caption: 'Tarnlark symbol logo alone, dark form for light backgrounds',
    draw: () => drawMark('dark'),
  },
  {
    file: 'tarnlark-symbol-light.png',
    type: 'logo',
    caption: 'Tarnlark symbol logo alone, light form for dark backgrounds',
    draw: () => drawMark('light'),
  },
  {
    file: 'person-trail-runner.png',
    type: 'person',
    caption:
      'Person running, woman with red cap in full stride, side view, on transparent background',
    draw: drawRunner,
  },
  {
    file: 'person-hiker-backpack.webp',
    type: 'person',
    caption: 'Person hiking with backpack, red hat and poles, side view, on transparent background',
    draw: drawHiker,
  },
  {
    file: 'rooftop-dusk-skyline.jpg',
    type: 'environment',
    caption: 'Rooftop at dusk with city skyline, string lights and wet paving',
    draw: drawRooftop,
  },
  {
    file: 'forest-trail-morning.jpg',
    type: 'environment',
    caption: 'Forest trail on a misty morning with sunbeams between the trees',
    draw: drawForest,
  },
  {
    file: 'light-studio-podium.jpg',
    type: 'environment',
    caption: 'Bright studio with round podiums and soft window light on the wall',
    draw: drawStudio,
  },
  {
    file: 'granite-rock-texture.jpg',
    type: 'texture',
    caption: 'Grey granite rock texture with lichen',
    draw: drawGranite,
  },
  {
    file: 'recycled-knit-texture.webp',
    type: 'texture',
    caption: 'Recycled knit fabric texture, teal with coloured specks',
    draw: drawKnit,
  },
  {
    file: 'stacked-river-stones.png',
    type: 'prop',
    caption: 'Five stacked river stones, a trail marker, on transparent background',
    draw: drawStones,
  },
  {
    file: 'brass-compass.png',
    type: 'prop',
    caption: 'Brass field compass with red needle, top view, on transparent background',
    draw: drawCompass,
  },
  {
    file: 'pine-branch.webp',
    type: 'prop',
    caption: 'Green pine branch with long needles on transparent background',
    draw: drawPineBranch,
  },
];
