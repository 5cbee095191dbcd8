import sharp from 'sharp';

import { cutOut } from '../../../../src/plugins/reference-assets/server/src/media/stills/cut-out';

const raster = async (width: number, height: number, body: string) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  const data = await sharp(Buffer.from(drawing)).ensureAlpha().raw().toBuffer();
  return { data: new Uint8Array(data), width, height };
};

const alphaAt = (subject: ReturnType<typeof cutOut>, u: number, v: number) => {
  const { data, width, height } = subject.raster;
  return data[(Math.floor(v * height) * width + Math.floor(u * width)) * 4 + 3]!;
};

describe('cutOut', () => {
  it('opens the handle of a mug but keeps white lettering', async () => {
    const mug =
      '<rect width="300" height="240" fill="#efefef"/>' +
      '<circle cx="70" cy="120" r="52" fill="#203050"/><circle cx="70" cy="120" r="32" fill="#efefef"/>' +
      '<rect x="100" y="40" width="150" height="170" fill="#203050"/>' +
      '<rect x="150" y="100" width="50" height="4" fill="#efefef"/>' +
      '<rect x="150" y="112" width="50" height="4" fill="#efefef"/>';
    const subject = cutOut(await raster(300, 240, mug), false);
    expect(subject.kind).toBe('cutout');
    const { width, height } = subject.raster;
    expect(alphaAt(subject, (70 - 18) / width, (120 - 40) / height)).toBe(0);
    expect(alphaAt(subject, (175 - 18) / width, (102 - 40) / height)).toBe(255);
  });

  it('drops a shadow that was painted into the alpha channel', async () => {
    const floating =
      '<rect x="60" y="20" width="80" height="100" fill="#c04020"/>' +
      '<ellipse cx="100" cy="170" rx="60" ry="8" fill="#000" fill-opacity="0.25"/>';
    const subject = cutOut(await raster(200, 200, floating), true);
    expect(subject.raster.height).toBeLessThanOrEqual(101);
    expect(subject.footing).toBeCloseTo(1, 1);
  });

  it('takes a soft shadow off with the backdrop', async () => {
    const studio =
      '<defs><filter id="b" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="14"/></filter></defs>' +
      '<rect width="300" height="300" fill="#e8e4de"/>' +
      '<ellipse cx="190" cy="235" rx="80" ry="18" fill="#000" fill-opacity="0.4" filter="url(#b)"/>' +
      '<rect x="100" y="60" width="90" height="180" fill="#203a8c"/>';
    const { kind, raster: cut } = cutOut(await raster(300, 300, studio), false);
    expect(kind).toBe('cutout');
    expect(cut.width).toBeLessThan(100);
    expect(cut.height).toBeLessThan(190);
  });

  it('leaves a subject whole that its picture cuts off', async () => {
    const cropped =
      '<rect width="200" height="200" fill="#eee"/><rect x="40" y="-10" width="120" height="150" fill="#204060"/>';
    const subject = cutOut(await raster(200, 200, cropped), false);
    expect(subject).toMatchObject({ kind: 'print' });
    expect(subject.reason).toMatch(/top edge/);
  });

  it('survives a picture of one colour', async () => {
    const flat = cutOut(await raster(40, 40, '<rect width="40" height="40" fill="#abc"/>'), false);
    expect(flat.kind).toBe('print');
    const empty = cutOut(await raster(40, 40, ''), true);
    expect(empty.kind).toBe('print');
  });
});
