import sharp from 'sharp';

/** A thing in one colour; the kind decides its outline, so that pictures differ by more than colour. */
export interface Drawing {
  color: string;
  kind?: 'box' | 'disc' | 'stripes' | 'scene';
  width?: number;
  height?: number;
}

const shapes: Record<NonNullable<Drawing['kind']>, (color: string) => string> = {
  box: (color) => `<rect x="25" y="15" width="50" height="70" rx="8" fill="${color}"/>`,
  disc: (color) =>
    `<circle cx="50" cy="50" r="36" fill="${color}"/><circle cx="50" cy="50" r="18" fill="#222"/>`,
  stripes: (color) =>
    [10, 35, 60, 85]
      .map((x) => `<rect x="${x}" y="10" width="8" height="80" fill="${color}"/>`)
      .join(''),
  scene: (color) =>
    `<rect width="100" height="100" fill="#cfe4f5"/><path d="M0 70 L30 40 L55 65 L75 45 L100 75 V100 H0Z" fill="${color}"/>`,
};

/** A PNG drawn for a test: a scene fills the frame, everything else stands on a transparent ground. */
export const draw = ({
  color,
  kind = 'box',
  width = 320,
  height = 320,
}: Drawing): Promise<Buffer> => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${width}" height="${height}" preserveAspectRatio="none">${shapes[kind](color)}</svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
};
