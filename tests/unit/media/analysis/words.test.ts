import { nameFromFile } from '../../../../src/plugins/reference-assets/server/src/media/analysis/name-words';
import {
  describeFromName,
  type DescribedFacts,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/words';

type Rgb = [number, number, number];
const color = (rgb: Rgb, name: string, share: number) => ({ rgb, hex: '', name, share });

const facts = (over: Partial<DescribedFacts> = {}): DescribedFacts => ({
  format: 'png',
  width: 1200,
  height: 800,
  hasTransparency: true,
  colors: ['red', 'white', 'black', 'grey'],
  dominantColors: [
    color([200, 16, 46], 'red', 0.5),
    color([255, 255, 255], 'white', 0.3),
    color([10, 10, 10], 'black', 0.2),
  ],
  assetType: { type: 'product' },
  ...over,
});

describe('nameFromFile', () => {
  it.each([
    ['red-running_shoe_v2.PNG', 'Red running shoe'],
    ['../../etc/BlueMug (final).jpeg', 'Blue mug'],
    ['IMG_2041.jpg', 'IMG 2041'],
    ['NASA logo 1200x600.svg', 'NASA logo'],
    ['hero"shot"\n\'3\'.webp', 'Hero shot'],
    ['été à la plage.jpg', 'Été à la plage'],
    ['shoe.png.png', 'Shoe'],
    ['3f2a9c81d0e4.png', '3f2a9c81d0e4'],
    ['...', ''],
  ])('reads %p as %p', (fileName, name) => {
    expect(nameFromFile(fileName)).toBe(name);
  });

  it('stays short', () => {
    expect(nameFromFile(`${'long '.repeat(100)}.png`).length).toBeLessThanOrEqual(120);
  });
});

describe('describeFromName', () => {
  it('says what was measured', () => {
    const words = describeFromName('red-running_shoe_v2.PNG', facts());
    expect(words.name).toBe('Red running shoe');
    expect(words.primaryObject).toBe('running shoe');
    expect(words.description).toBe(
      'Landscape product picture, mainly red, white and black, with transparency (1200 × 800 px, PNG).',
    );
  });

  it('names a nameless file by its kind', () => {
    const words = describeFromName('.png', facts({ assetType: { type: 'texture' } }));
    expect(words).toMatchObject({ name: 'Texture', primaryObject: undefined });
  });

  it.each([
    [
      'monochrome high-contrast',
      [color([0, 0, 0], 'black', 0.5), color([255, 255, 255], 'white', 0.5)],
    ],
    ['minimal bright', [color([250, 250, 250], 'white', 0.9), color([200, 16, 46], 'red', 0.1)]],
    ['dark', [color([20, 20, 30], 'black', 0.8), color([60, 20, 20], 'maroon', 0.2)]],
    [
      'colourful',
      [
        color([200, 16, 46], 'red', 0.4),
        color([0, 87, 184], 'blue', 0.3),
        color([242, 169, 0], 'yellow', 0.3),
      ],
    ],
  ])('tags what looks %s', (tags, dominantColors) => {
    const words = describeFromName('a.png', facts({ dominantColors }));
    expect(words.styleTags).toEqual(expect.arrayContaining(tags.split(' ')));
  });

  it('recommends shots and uses by type', () => {
    const product = describeFromName('a.png', facts());
    const place = describeFromName('a.png', facts({ assetType: { type: 'environment' } }));
    expect(product.recommendedShotTypes).toContain('hero_shot');
    expect(place.recommendedShotTypes).toContain('wide');
    expect(place.usageContexts).not.toEqual(product.usageContexts);
  });
});
