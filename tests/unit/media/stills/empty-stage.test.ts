import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

import {
  contrastRatio,
  luminanceOf,
} from '../../../../src/plugins/reference-assets/server/src/media/copy/contrast';
import { cameraMoment } from '../../../../src/plugins/reference-assets/server/src/media/motion/camera-moment';
import { composeStill } from '../../../../src/plugins/reference-assets/server/src/media/stills/compose-still';
import { layersOf } from '../../../../src/plugins/reference-assets/server/src/media/stills/layers-of';
import type { StillRequest } from '../../../../src/plugins/reference-assets/server/src/media/stills/still-request';
import { cameraMovements } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const folder = mkdtempSync(path.join(tmpdir(), 'stage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const request = (rest: Partial<StillRequest> = {}): StillRequest => ({
  size: { width: 320, height: 180 },
  beat: {
    order: 0,
    name: 'b',
    shotType: 'medium',
    action: '',
    mood: 'warm',
    cameraMovement: 'push_in',
  },
  layers: {},
  palette: [[47, 158, 85]],
  seed: 'stage',
  ...rest,
});

const inMood = (mood: StillRequest['beat']['mood'], order = 0) => ({
  beat: { ...request().beat, mood, order },
});

const pixelsOf = async (png: Buffer) => {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => {
    const o = (Math.round(y) * info.width + Math.round(x)) * info.channels;
    return [data[o]!, data[o + 1]!, data[o + 2]!];
  };
};

describe('a beat without any picture', () => {
  const title = { words: 'Cordless drill' };
  const formats = [
    { width: 320, height: 180 },
    { width: 180, height: 320 },
    { width: 240, height: 240 },
    { width: 240, height: 300 },
  ];

  it.each(formats)('shows its words where every camera movement sees them: %j', async (size) => {
    const still = await composeStill(request({ size, title }));
    const [box] = still.companionBoxes;
    expect(still.productBox).toBeNull();
    for (const movement of cameraMovements) {
      for (const progress of [0, 0.5, 1]) {
        const { near } = cameraMoment(movement, progress);
        expect(box!.x).toBeGreaterThan((near.x - near.scale / 2) * size.width);
        expect(box!.y).toBeGreaterThan((near.y - near.scale / 2) * size.height);
        expect(box!.x + box!.width).toBeLessThan((near.x + near.scale / 2) * size.width);
        expect(box!.y + box!.height).toBeLessThan((near.y + near.scale / 2) * size.height);
      }
    }
    // The words can be read: much darker or lighter pixels than the wall beside them.
    const at = await pixelsOf(still.png);
    const wall = luminanceOf(at(box!.x - 4, box!.y + box!.height / 2));
    let most = 1;
    for (let x = box!.x; x < box!.x + box!.width; x++)
      most = Math.max(most, contrastRatio(luminanceOf(at(x, box!.y + box!.height * 0.3)), wall));
    expect(most).toBeGreaterThan(4.5);
  });

  it('is the same each time, another for the beat after it, and has shapes of its own', async () => {
    const [one, again, next] = await Promise.all(
      [0, 0, 1].map((order) => composeStill(request(inMood('warm', order)))),
    );
    expect(one!.png.equals(again!.png)).toBe(true);
    expect(one!.png.equals(next!.png)).toBe(false);
    const { channels } = await sharp(one!.png).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(12);
  });

  it('leaves the words out where a headline stands, and gives it their room', async () => {
    const copy = { headline: 'Built to last' };
    const still = await composeStill(request({ title, copy }));
    expect(still.companionBoxes).toEqual([]);
    expect(still.copyBox).toMatchObject({ x: expect.any(Number) });
    const call = await composeStill(request({ title, copy: { callToAction: 'Discover it now' } }));
    const [box] = call.companionBoxes;
    expect(call.copyBox!.y).toBeGreaterThanOrEqual(box!.y + box!.height);
  });

  it.each(['warm', 'playful', 'energetic'] as const)(
    'moves in two depths that are the still when laid over each other: %s',
    async (mood) => {
      const wanted = request({ title, ...inMood(mood) });
      const { png, companionBoxes } = await composeStill(wanted);
      const layers = (await layersOf(png, wanted))!;
      const [box] = companionBoxes;
      // The words are near, the wall behind them is far.
      let words = 0;
      for (let x = box!.x; x < box!.x + box!.width; x++)
        for (let y = box!.y; y < box!.y + box!.height; y++)
          if (layers.nearAlpha[y * layers.width + x] === 255) words++;
      expect(words).toBeGreaterThan(box!.width * box!.height * 0.1);
      expect(layers.nearAlpha[2 * layers.width + 2]).toBeLessThan(20);
    },
  );
});

describe('an end card', () => {
  const logo = async (name: string, fill: string, ground = '') => {
    const file = path.join(folder, `${name}.png`);
    const drawing =
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">${ground}` +
      `<path d="M40 160 L110 40 L180 160 Z" fill="${fill}"/><rect x="210" y="60" width="150" height="80" fill="${fill}"/></svg>`;
    await sharp(Buffer.from(drawing)).png().toFile(file);
    return file;
  };
  const endCard = async (file: string, palette: StillRequest['palette'], mood = 'calm' as const) =>
    composeStill(
      request({
        ...inMood(mood),
        palette,
        logo: { paths: [file], position: 'center', widthRatio: 0.34 },
      }),
    );
  const behind = async (png: Buffer) => {
    const at = await pixelsOf(png);
    return [at(160, 90), at(120, 80), at(200, 100)].map(luminanceOf);
  };

  it.each([
    ['green on its own green', '#2f9e55', [47, 158, 85]],
    ['black on the dark of its brand', '#0a0a0a', [20, 20, 24]],
    ['white on the light of its brand', '#ffffff', [250, 250, 250]],
    ['yellow', '#ffd21f', [255, 210, 31]],
  ] as const)('shows a logo so that it can be read: %s', async (name, fill, color) => {
    const file = await logo(name.replace(/\W/g, '-'), fill);
    const own = luminanceOf([1, 3, 5].map((from) => parseInt(fill.slice(from, from + 2), 16)));
    for (const mood of ['calm', 'dramatic', 'energetic'] as const) {
      const { png } = await endCard(file, [color], mood as 'calm');
      for (const ground of await behind(png))
        expect(contrastRatio(own, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  it('takes the colour of the plate that a logo comes on', async () => {
    // Two colours and a hole of the plate's colour: what is plate and what is logo cannot be told.
    const plate =
      '<rect width="400" height="200" fill="#5c4ee5"/><circle cx="290" cy="100" r="90" fill="#ffd21f"/>' +
      '<circle cx="290" cy="100" r="84" fill="#5c4ee5"/>';
    const file = await logo('plate', '#ffffff', plate);
    const at = await pixelsOf((await endCard(file, [[92, 78, 229]])).png);
    for (const [x, y] of [
      [30, 30],
      [160, 30],
      [60, 100],
    ] as const)
      at(x, y).forEach((part, c) => expect(Math.abs(part - [92, 78, 229][c]!)).toBeLessThan(3));
  });
});
