import type { AssemblyRequest, LogoWindow } from './assembly-request';

type Size = AssemblyRequest['size'];

/** A view of one size that follows the logo from place to place, so that one stream shows it on every frame. */
export interface LogoView extends Size {
  /** Where the view stands for each logo, px from the frame's top-left corner. */
  corners: { x: number; y: number }[];
}

/** The view that holds each logo whole, its clear rim too. */
export const logoView = (logos: readonly LogoWindow[], frame: Size): LogoView => {
  const width = Math.max(...logos.map((logo) => logo.width));
  const height = Math.max(...logos.map((logo) => logo.height));
  const corners = logos.map(({ x, y }) => ({
    x: Math.min(x, frame.width - width),
    y: Math.min(y, frame.height - height),
  }));
  return { width, height, corners };
};

/** The filter that cuts the view out of each frame. */
export const viewFilter = (view: LogoView, logos: readonly LogoWindow[]): string => {
  const follow = (axis: 'x' | 'y') =>
    view.corners
      .slice(0, -1)
      .reduceRight(
        (rest, corner, index) => `if(lt(n,${logos[index]!.toFrame}),${corner[axis]},${rest})`,
        String(view.corners.at(-1)![axis]),
      );
  return `crop=w=${view.width}:h=${view.height}:x='${follow('x')}':y='${follow('y')}':exact=1`;
};

/** Which logo stands on a frame, as its place in the list; −1 for none. */
export const logoOn = (frame: number, logos: readonly LogoWindow[]): number =>
  logos.findIndex(({ fromFrame, toFrame }) => frame >= fromFrame && frame < toFrame);
