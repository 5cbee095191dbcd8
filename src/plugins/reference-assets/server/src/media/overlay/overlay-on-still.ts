import { writeFile } from 'node:fs/promises';
import type { OverlayOptions } from 'sharp';

import type { BeatCopy } from '../../../../shared/contracts/spec';
import { hasWords } from '../copy/copy-layout';
import { drawCopy } from '../copy/draw-copy';
import { missingGlyphs } from '../copy/missing-glyphs';
import { placeCopy } from '../copy/place-copy';
import { placeLegal } from '../copy/place-legal';
import type { OverlayResult, OverlayTask } from '../tasks';
import type { Box, Size } from '../stills/still-request';
import { laidOver, openFrame, scaledLogoPng } from './composite-logo';
import { openLogo } from './open-logo';
import { placeLogo, type LogoPlacement } from './place-logo';
import { moved, shotFrames } from './shot-frames';

/** Finds the places of the logo and of the words over a whole shot, and shows both on its still. */
export const overlayOnStill = async (task: OverlayTask): Promise<OverlayResult> => {
  const { still, logos, copy, productBox, motion } = task;
  const frame = await openFrame(still);
  const frames = await shotFrames(frame, motion);
  const product = productBox ? moved(productBox, frame, motion) : [];
  const others = task.companionBoxes.flatMap((box) => moved(box, frame, motion));
  const opened = await Promise.all(logos.map(openLogo));
  const place = (avoid: Box[]): LogoPlacement | null =>
    opened.length === 0
      ? null
      : placeLogo({
          ...task,
          frames,
          frameSize: { width: frame.width, height: frame.height },
          variants: opened.map(({ raster }) => raster),
          productBox: product,
          avoid: [...others, ...avoid],
        });
  // Small print has one place; everything else stands beside it.
  const unprinted = task.legal?.length ? await missingGlyphs(task.legal.join(''), 'semibold') : [];
  const legal =
    task.legal?.length && unprinted.length === 0
      ? await placeLegal({
          ...{ lines: task.legal, frame, frames, beatFrames: task.beatFrames },
          typeface: task.typefaces?.small,
        })
      : null;
  const printed = legal ? [legal] : [];
  // A logo whose place is asked for comes first and the words make room; else it finds its place beside them.
  const fixed = task.preference ? place(printed) : null;
  const missing = hasWords(copy) ? await unreadable(copy) : [];
  const words =
    hasWords(copy) && missing.length === 0
      ? await placeCopy({
          ...task,
          copy,
          frame,
          frames,
          room: task.copyBox,
          avoid: [...product, ...others, ...printed, ...(fixed ? [fixed] : [])],
        })
      : null;
  const placement = fixed ?? place([...printed, ...(words ? [words] : [])]);
  const layers: OverlayOptions[] = [];
  for (const layout of [...(words ? [words] : []), ...printed])
    layers.push({ input: await drawCopy(layout), left: layout.x, top: layout.y });
  if (placement) {
    const logo = opened[placement.variantIndex]!;
    const input = await scaledLogoPng(logo, placement, task.opacity);
    layers.push({ input, left: placement.x, top: placement.y });
  }
  const notes = [
    ...(hasWords(copy) && !words ? [whyLeftOut(missing)] : []),
    ...(unprinted.length > 0 ? [`Legal lines: ${noFont(unprinted)}`] : []),
  ];
  return { placement, copy: words, legal, notes, png: await laidOver(frame, layers) };
};

/** Characters of a beat's words that would come out as boxes. */
const unreadable = ({ headline, callToAction }: BeatCopy): Promise<string[]> =>
  missingGlyphs(`${headline ?? ''}${callToAction ?? ''}`, 'bold');

const noFont = (missing: readonly string[]): string =>
  `left out, as no font on the server has ${missing.slice(0, 8).join(' ')}; install one of that script (for example Noto)`;

const whyLeftOut = (missing: readonly string[]): string =>
  missing.length > 0 ? `Words: ${noFont(missing)}` : 'Words: no room beside the product, left out';

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
