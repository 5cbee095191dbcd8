import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { framesPerSecond } from '../../../../shared/contracts/vocabulary';
import { createMarks } from '../disclosure/marks';
import { drawCopy } from '../copy/draw-copy';
import { missingGlyphs } from '../copy/missing-glyphs';
import { drawLabel, placeLabel } from '../copy/draw-label';
import { writeMusic } from '../music/compose-music';
import { drawLogo } from '../overlay/overlay-on-still';
import { MediaRefusal } from '../refusal';
import { movingDepths } from '../stills/moving-depths';
import type { MasterResult, MasterTask, ToolPaths } from '../tasks';
import { assemble, type Master } from './assemble';
import type { AssemblyRequest, LogoWindow, PictureWindow } from './assembly-request';
import { checkMaster, type QualityReport } from './check';

/** x264 quality of the encode, and of its repetitions from the clips when the logo has lost too much by it. */
const qualities = [18, 14, 10] as const;

/**
 * Music, the logo at its size, one encode, and a look at what came out.
 *
 * An encode that cost the logo too much is made again from the clips at a higher quality: never from the encode.
 */
export const makeMaster = async ({ tools, ...task }: MasterTask): Promise<MasterResult> => {
  const marks = await createMarks(task.credentials ?? null);
  const request = await requestOf(task);
  for (const crf of qualities) {
    const master = await assemble({ ...request, encode: { crf } }, tools);
    const report = await examine(task, request, master, tools);
    const isLast = crf === qualities.at(-1);
    if (!isLast && lostTheLogo(report)) continue;
    const posterPath = request.poster.path;
    await marks.film(master.path, task.provenance);
    await writeFile(posterPath, marks.picture(await readFile(posterPath), task.provenance));
    return { path: master.path, posterPath, report, copied: master.copied };
  }
  throw new Error('there is always a last quality');
};

type PosterRequest = AssemblyRequest & { poster: { path: string } };

const requestOf = async (task: Omit<MasterTask, 'tools'>): Promise<PosterRequest> => {
  const { folder, size, clips, aspectMismatch } = task;
  return {
    size,
    shots: {
      clips: clips.map(({ drawn, ...clip }) => ({
        ...clip,
        ...(drawn && { drawn: movingDepths(drawn) }),
      })),
    },
    logos: await drawLogos(task),
    pictures: [...(await drawWords(task)), ...(await labelled(task))],
    musicPath: await musicFor(task),
    aspectMismatch,
    outputPath: path.join(folder, 'master.mp4'),
    poster: { path: path.join(folder, 'poster.jpg'), frame: task.posterFrame },
  };
};

const musicFor = async (task: Omit<MasterTask, 'tools'>): Promise<string | undefined> => {
  const { music, folder } = task;
  if (!music || 'path' in music) return music?.path;
  const frames = framesOf(task);
  const musicPath = path.join(folder, 'music.wav');
  await writeMusic({ ...music, durationSeconds: frames / framesPerSecond }, musicPath);
  return musicPath;
};

const drawLogos = async ({ logos, folder }: Omit<MasterTask, 'tools'>): Promise<LogoWindow[]> => {
  const windows: LogoWindow[] = [];
  for (const [index, { logo, opacity, ...window }] of logos.entries()) {
    const pngPath = path.join(folder, `logo-${index}.png`);
    await drawLogo(logo, window, pngPath, opacity);
    windows.push({ ...window, pngPath });
  }
  return windows;
};

const drawWords = async ({
  words = [],
  folder,
}: Omit<MasterTask, 'tools'>): Promise<PictureWindow[]> => {
  const windows: PictureWindow[] = [];
  for (const [index, layout] of words.entries()) {
    const pngPath = path.join(folder, `words-${index}.png`);
    await writeFile(pngPath, await drawCopy(layout));
    const { x, y, fromFrame, toFrame, fadeFrames } = layout;
    windows.push({ x, y, fromFrame, toFrame, fadeFrames, pngPath });
  }
  return windows;
};

/** The visible label over all frames, in a corner that neither logo nor words use; refused where it would be boxes. */
const labelled = async (task: Omit<MasterTask, 'tools'>): Promise<PictureWindow[]> => {
  const { label, size, logos, words = [], folder } = task;
  if (!label) return [];
  const missing = await missingGlyphs(label, 'semibold');
  if (missing.length > 0)
    throw new MediaRefusal(
      'unsupported',
      `The label cannot be shown: no font on the server has ${missing.slice(0, 8).join(' ')}. Install one of that script.`,
    );
  const { png, ...labelSize } = await drawLabel(label, size);
  const { x, y } = placeLabel(labelSize, size, [...logos, ...words]);
  const pngPath = path.join(folder, 'label.png');
  await writeFile(pngPath, png);
  return [{ x, y, fromFrame: 0, toFrame: framesOf(task), pngPath }];
};

const framesOf = ({ clips }: Pick<MasterTask, 'clips'>): number =>
  clips.reduce((sum, clip) => sum + clip.frames, 0);

const examine = (
  { clips }: Pick<MasterTask, 'clips'>,
  { size, logos = [], musicPath }: AssemblyRequest,
  { path: master, hasSound, logoProof }: Master,
  tools: ToolPaths,
): Promise<QualityReport> =>
  checkMaster(
    master,
    {
      size,
      shots: clips,
      sound: musicPath !== undefined || hasSound,
      logo: logoProof ? { windows: logos, proof: logoProof } : undefined,
    },
    tools,
  );

const lostTheLogo = ({ checks }: QualityReport): boolean =>
  checks.some(({ name, passed }) => name === 'logo after encoding' && !passed);
