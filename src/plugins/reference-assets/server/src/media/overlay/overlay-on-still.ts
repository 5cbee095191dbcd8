import { writeFile } from 'node:fs/promises';
import type { OverlayResult, OverlayTask } from '../tasks';
import type { Box, Size } from '../stills/still-request';
import { compositeLogo, openFrame, scaledLogoPng } from './composite-logo';
import { openLogo } from './open-logo';
import { placeLogo } from './place-logo';

/** Finds the place and the form of a logo on a still, and shows it there. */
export const overlayOnStill = async ({
  still,
  logos,
  preference,
  widthRatio,
  avoid,
}: OverlayTask): Promise<OverlayResult> => {
  const opened = await Promise.all(logos.map(openLogo));
  const placement = placeLogo({
    frames: [await openFrame(still)],
    variants: opened.map(({ raster }) => raster),
    preference,
    widthRatio,
    avoid,
  });
  const png = await scaledLogoPng(opened[placement.variantIndex]!, placement);
  return { placement, png: await compositeLogo(still, png, placement) };
};

/** Writes a logo at the size of its place, as the master shows it. */
export const drawLogo = async (
  logo: string,
  size: Size | Box,
  outputPath: string,
  opacity = 1,
): Promise<void> => {
  const { width, height } = size;
  await writeFile(
    outputPath,
    await scaledLogoPng(await openLogo(logo), { width, height }, opacity),
  );
};
