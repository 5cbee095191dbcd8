import { css } from 'styled-components';
import type { Asset } from '../../../shared/contracts/assets';

/** A ground on which a see-through picture can be seen: the theme's own unless the picture is of the same brightness. */
export type Ground = 'usual' | 'light' | 'dark';

const squares = { light: ['#f6f6f9', '#dcdce4'], dark: ['#212134', '#32324d'] };
/** Mean luminance of a picture, 0–1, beyond which it fades into a ground of its own brightness. */
const tooLight = 0.62;
const tooDark = 0.05;

const linear = (level: number): number => {
  const share = level / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = ([red, green, blue]: readonly number[]): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The ground for a picture, from its main colours: a white logo needs a dark one, in every theme. */
export const groundOf = ({ dominantColors }: Pick<Asset, 'dominantColors'>): Ground => {
  const whole = dominantColors.reduce((sum, { share }) => sum + share, 0);
  if (whole === 0) return 'usual';
  const mean =
    dominantColors.reduce((sum, { rgb, share }) => sum + share * luminance(rgb), 0) / whole;
  if (mean > tooLight) return 'dark';
  return mean < tooDark ? 'light' : 'usual';
};

/** Squares behind what is see-through. */
export const checker = css<{ $ground: Ground }>`
  ${({ theme, $ground }) => {
    const usual = [theme.colors.neutral100, theme.colors.neutral150];
    const [ground, square] = $ground === 'usual' ? usual : squares[$ground];
    return `background-color: ${ground};
      background-image: repeating-conic-gradient(${square} 0% 25%, transparent 0% 50%);
      background-size: 16px 16px;`;
  }}
`;
