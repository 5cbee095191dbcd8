import type { ExpectedLogo } from './look-through';
import type { LogoView } from './logo-view';
import { ssim } from './ssim';

/** How alike the logo's place is after the encode and before. */
export interface LogoLikeness {
  frames: number;
  worst: number;
  /** The frame that is least alike. */
  worstFrame: number;
  /** Frames of at least {@link leastLikeness}. */
  alike: number;
}

/** Structural similarity that the logo's place keeps through the encode. */
export const leastLikeness = 0.98;

/** Compares the logo's place on the frames of which it was kept before the encode. */
export const logoLikeness = (view: LogoView, { windows, kept }: ExpectedLogo) => {
  const wanted = new Map(kept.map((one) => [one.frame, one]));
  const likeness: LogoLikeness = { frames: 0, worst: 1, worstFrame: 0, alike: 0 };
  return {
    see(frame: number, picture: Buffer, stride: number): void {
      const one = wanted.get(frame);
      if (!one) return;
      const logo = windows[one.logo]!;
      const corner = view.corners[one.logo]!;
      const shown = new Uint8Array(logo.width * logo.height);
      for (let row = 0; row < logo.height; row++) {
        const at = (row + logo.y - corner.y) * stride + logo.x - corner.x;
        shown.set(picture.subarray(at, at + logo.width), row * logo.width);
      }
      const value = ssim(one.luma, shown, logo);
      likeness.frames += 1;
      if (value >= leastLikeness) likeness.alike += 1;
      if (value < likeness.worst) [likeness.worst, likeness.worstFrame] = [value, frame];
    },
    result: () => likeness,
  };
};
