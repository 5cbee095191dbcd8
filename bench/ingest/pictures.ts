import path from 'node:path';
import sharp from 'sharp';

const size = { width: 1920, height: 1080 };

/** A scene with soft light, hard edges and grain, in which a number decides where things are. */
const scene = (seed: number): string => {
  let state = seed + 1;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const colour = () => `hsl(${next() * 360} ${30 + next() * 50}% ${25 + next() * 50}%)`;
  const things = Array.from({ length: 60 }, () => {
    const [x, y, r] = [next() * size.width, next() * size.height, 20 + next() * 200];
    return next() < 0.5
      ? `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour()}" fill-opacity="${next()}"/>`
      : `<rect x="${x}" y="${y}" width="${r * 2}" height="${r}" transform="rotate(${next() * 90} ${x} ${y})" fill="${colour()}" fill-opacity="${next()}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="${colour()}"/>${things.join('')}</svg>`;
};

/** JPEGs of two megapixels, each another picture, with the grain of a photograph. */
export const twoMegapixelPictures = async (folder: string, count: number): Promise<string[]> => {
  const grain = await sharp({
    create: {
      ...size,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 18 },
    },
  })
    .png()
    .toBuffer();
  const files: string[] = [];
  for (let seed = 0; seed < count; seed += 1) {
    const file = path.join(folder, `picture-${seed}.jpg`);
    await sharp(Buffer.from(scene(seed)))
      .composite([{ input: grain, blend: 'soft-light' }])
      .flatten()
      .jpeg({ quality: 88 })
      .toFile(file);
    files.push(file);
  }
  return files;
};
