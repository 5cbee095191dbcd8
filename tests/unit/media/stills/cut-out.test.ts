import sharp from 'sharp';

import { cutOut } from '../../../../src/plugins/reference-assets/server/src/media/stills/cut-out';

const raster = async (width: number, height: number, body: string) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  const data = await sharp(Buffer.from(drawing)).ensureAlpha().raw().toBuffer();
  return { data: new Uint8Array(data), width, height };
};

/** A picture with the grain of a camera, the same each time. */
const grainy = (picture: Awaited<ReturnType<typeof raster>>, strength: number) => {
  let state = 7;
  for (let o = 0; o < picture.data.length; o += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const grain = Math.round((state / 2 ** 32 - 0.5) * strength);
    for (let c = 0; c < 3; c++)
      picture.data[o + c] = Math.min(255, Math.max(0, picture.data[o + c]! + grain));
  }
  return picture;
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

  it('stands on its body, not on a brush that hangs lower', async () => {
    const robot =
      '<ellipse cx="150" cy="100" rx="130" ry="70" fill="#111"/><rect x="190" y="150" width="10" height="32" fill="#111"/>';
    expect(cutOut(await raster(300, 200, robot), true).footing).toBeGreaterThan(0.25);
    const hat = '<path d="M20 20 L280 120 L150 190 Z" fill="#345"/>';
    expect(cutOut(await raster(300, 200, hat), true).footing).toBeLessThan(0.2);
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

  it('takes a deep shadow off by the tint of its backdrop, and leaves a dark subject on white alone', async () => {
    const blur =
      '<defs><filter id="b" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="26"/></filter></defs>';
    const deep =
      `${blur}<rect width="600" height="600" fill="#e9d8c2"/>` +
      '<rect x="200" y="330" width="250" height="150" fill="#2a1f14" filter="url(#b)"/>' +
      '<rect x="150" y="100" width="220" height="360" fill="#080808"/>';
    const freed = cutOut(await raster(600, 600, deep), false);
    expect(freed.kind).toBe('cutout');
    expect(freed.raster.width).toBeLessThan(250);
    const glossy =
      '<defs><linearGradient id="g" x2="0" y2="1"><stop offset="0" stop-color="#111"/><stop offset="1" stop-color="#777"/></linearGradient></defs>' +
      '<rect width="600" height="600" fill="#efefef"/><rect x="200" y="150" width="200" height="300" fill="url(#g)"/>';
    const kept = cutOut(await raster(600, 600, glossy), false);
    expect(kept.kind).toBe('cutout');
    expect([kept.raster.width, kept.raster.height].map((side) => Math.round(side / 10))).toEqual([
      20, 30,
    ]);
  });

  it('leaves no rim of a grainy backdrop around a subject that the lens blurred', async () => {
    const strap =
      '<defs><filter id="s" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="2"/></filter>' +
      '<filter id="b" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="5"/></filter></defs>' +
      '<rect width="300" height="300" fill="#e6e3e8"/><g transform="rotate(38 150 150)">' +
      '<rect x="42" y="133" width="220" height="40" fill="#b9b6ba" filter="url(#b)"/>' +
      '<rect x="40" y="130" width="220" height="40" fill="#8a6a3c" filter="url(#s)"/></g>';
    const subject = cutOut(grainy(await raster(300, 300, strap), 14), false);
    expect(subject.kind).toBe('cutout');
    const { data } = subject.raster;
    let [pale, solid] = [0, 0];
    for (let o = 0; o < data.length; o += 4) {
      if (data[o + 3]! < 200) continue;
      solid++;
      // The strap's blue is far below the backdrop's.
      if (data[o + 2]! > 150) pale++;
    }
    expect(solid).toBeGreaterThan(220 * 34);
    expect(pale / solid).toBeLessThan(0.002);
  });

  it('gives a hard cast shadow to the backdrop, whose outline is that of the subject moved away', async () => {
    const tin =
      '<defs><radialGradient id="d" gradientUnits="userSpaceOnUse" cx="158" cy="165" r="80">' +
      '<stop offset="0.5" stop-color="#1c1815"/><stop offset="1" stop-color="#6e6c6c"/></radialGradient></defs>' +
      '<rect width="300" height="300" fill="#eceaf0"/><circle cx="158" cy="165" r="80" fill="url(#d)"/>' +
      '<circle cx="135" cy="135" r="80" fill="#1238b8"/>';
    const { kind, raster: cut } = cutOut(grainy(await raster(300, 300, tin), 4), false);
    expect(kind).toBe('cutout');
    expect([cut.width, cut.height].map((side) => Math.round(side / 10))).toEqual([16, 16]);
  });

  it('keeps the dark side of a subject that only looks like its shadow', async () => {
    const mug =
      '<defs><linearGradient id="m"><stop offset="0" stop-color="#6a6a6a"/><stop offset="0.3" stop-color="#222"/>' +
      '<stop offset="0.7" stop-color="#181818"/><stop offset="1" stop-color="#3a3a3a"/></linearGradient></defs>' +
      '<rect width="300" height="300" fill="#eceaf0"/><path d="M80 100 L115 250 L185 250 L220 100 Z" fill="url(#m)"/>' +
      '<ellipse cx="150" cy="100" rx="71" ry="35" fill="#e09030"/>';
    const { kind, raster: cut } = cutOut(grainy(await raster(300, 300, mug), 4), false);
    expect(kind).toBe('cutout');
    expect([cut.width, cut.height].map((side) => Math.round(side / 10))).toEqual([14, 19]);
  });

  it('opens holes of the very colour of the backdrop only', async () => {
    const ring = '<circle cx="150" cy="150" r="85" fill="#1f3f7a"/>';
    const within = async (fill: string) => {
      const body = `<rect width="300" height="300" fill="#e2dfe4"/>${ring}<circle cx="150" cy="150" r="50" fill="${fill}"/>`;
      return cutOut(grainy(await raster(300, 300, body), 4), false);
    };
    expect(alphaAt(await within('#e2dfe4'), 0.5, 0.5)).toBe(0);
    // Cream in a tin: as light, a little more yellow.
    expect(alphaAt(await within('#e6e4d6'), 0.5, 0.5)).toBe(255);
  });

  it('shows a thing of glass whole instead of its lid alone, a shadow beside a thing is no glass', async () => {
    const lid = '<ellipse cx="300" cy="170" rx="130" ry="70" fill="#b07a40"/>';
    const glass =
      '<path d="M180 200 L200 480 Q300 520 400 480 L420 200" fill="none" stroke="#d9dce0" stroke-width="6"/>' +
      '<ellipse cx="300" cy="470" rx="95" ry="34" fill="none" stroke="#dcdfe2" stroke-width="6"/>';
    const ground = '<rect width="600" height="600" fill="#f2f3f5"/>';
    const jar = cutOut(await raster(600, 600, ground + glass + lid), false);
    expect(jar).toMatchObject({ kind: 'print', reason: expect.stringContaining('see-through') });
    const shade = '<rect x="300" y="200" width="190" height="60" fill="#d5d7da"/>';
    expect(cutOut(await raster(600, 600, ground + shade + lid), false).kind).toBe('cutout');
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
