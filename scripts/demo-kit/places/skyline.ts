import { createRandom } from '../canvas/noise';

interface Row {
  seed: number;
  ground: number;
  low: number;
  high: number;
  widest: number;
  paint: string;
  windows?: { paint: string; lit: number };
}

const windowsOf = (
  random: () => number,
  x: number,
  y: number,
  width: number,
  ground: number,
  { paint, lit }: { paint: string; lit: number },
) => {
  const size = Math.max(3, Math.round(width / 18));
  const panes: string[] = [];
  for (let wy = y + size * 2; wy < ground - size; wy += size * 2.6) {
    const floorLit = random() < 0.25 ? 0.75 : lit;
    for (let wx = x + size; wx < x + width - size * 1.6; wx += size * 1.9) {
      if (random() > floorLit) continue;
      const opacity = 0.35 + 0.65 * random();
      panes.push(
        `<rect x="${wx.toFixed(1)}" y="${wy.toFixed(1)}" width="${size}" height="${size * 1.5}" fill="${random() < 0.15 ? '#cfe3ff' : paint}" fill-opacity="${opacity.toFixed(2)}"/>`,
      );
    }
  }
  return panes.join('');
};

const crown = (random: () => number, x: number, y: number, width: number, paint: string) => {
  const kind = random();
  if (kind < 0.3)
    return `<path d="M${x + width * 0.2} ${y + 1}V${y - 34}H${x + width * 0.7}V${y + 1}Z" fill="${paint}"/>`;
  if (kind < 0.45)
    return `<path d="M${x + width / 2 - 2} ${y + 1}V${y - 110}h4V${y + 1}Z" fill="${paint}"/>`;
  if (kind < 0.6)
    return `<path d="M${x} ${y + 1}L${x + width} ${y - 46}V${y + 1}Z" fill="${paint}"/>`;
  return '';
};

/** SVG of one row of buildings across `width` px, standing on `ground`. */
export const buildings = (width: number, row: Row) => {
  const random = createRandom(row.seed);
  const parts: string[] = [];
  for (let x = -40; x < width;) {
    const wide = row.widest * (0.45 + 0.55 * random());
    const middle = 1 - Math.abs((x + wide / 2) / width - 0.38) * 1.1;
    const tall = row.low + (row.high - row.low) * random() * Math.max(0.25, middle);
    const y = row.ground - tall;
    parts.push(
      `<rect x="${x}" y="${y}" width="${wide + 1}" height="${tall + 200}" fill="${row.paint}"/>`,
    );
    parts.push(crown(random, x, y, wide, row.paint));
    if (row.windows) parts.push(windowsOf(random, x, y, wide, row.ground, row.windows));
    x += wide + (random() < 0.3 ? wide * 0.3 * random() : 0);
  }
  return parts.join('');
};
