import sharp from 'sharp';

import {
  drawLabel,
  placeLabel,
} from '../../../../src/plugins/reference-assets/server/src/media/copy/draw-label';

const frame = { width: 1280, height: 720 };

describe('the visible label', () => {
  it('is light words on a dark ground, of even size, small against the frame', async () => {
    const label = await drawLabel('Made with AI', frame);
    const { data, info } = await sharp(label.png).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: label.width, height: label.height, channels: 4 });
    expect([label.width % 2, label.height % 2]).toEqual([0, 0]);
    expect(label.width).toBeLessThan(frame.width * 0.25);
    const light = [...data].filter((value, i) => i % 4 === 0 && value > 200).length;
    const dark = [...data].filter((value, i) => i % 4 === 0 && value < 60).length;
    expect(light).toBeGreaterThan(100);
    expect(dark).toBeGreaterThan(light);
  });

  it('keeps the longest words that are taken inside an upright frame', async () => {
    const upright = { width: 720, height: 1280 };
    const label = await drawLabel('W'.repeat(30) + ' ' + 'W'.repeat(29), upright);
    const { x, width } = placeLabel(label, upright, []);
    expect(x + width).toBeLessThanOrEqual(upright.width);
  });

  it('stands bottom left, and elsewhere when a logo or words stand there on any frame', () => {
    const size = { width: 140, height: 36 };
    const [left, top] = [22, 22];
    expect(placeLabel(size, frame, [])).toEqual({ x: left, y: 720 - 36 - 22, ...size });
    const logo = { x: 30, y: 640, width: 120, height: 60 };
    expect(placeLabel(size, frame, [logo])).toEqual({ x: left, y: top, ...size });
    const words = { x: 20, y: 20, width: 400, height: 200 };
    expect(placeLabel(size, frame, [logo, words])).toMatchObject({ x: 1280 - 140 - 22 });
  });
});
