import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cannyEdges } from '../../src/plugins/reference-assets/server/src/media/analysis/canny';
import {
  lumaOf,
  onGround,
} from '../../src/plugins/reference-assets/server/src/media/analysis/raster';
import { openPicture } from '../../src/plugins/reference-assets/server/src/media/decode';
import { labelledPictures } from './library/labelled-pictures';
import type { EvaluationFigure } from './figures';

const script = `
import cv2, json, numpy, sys
for one in json.load(open(sys.argv[1])):
    grey = numpy.fromfile(one["path"], numpy.uint8).reshape(one["height"], one["width"])
    cv2.Canny(grey, 100, 200).tofile(one["path"] + ".edges")
`;

const hasOpenCv = (): boolean => spawnSync('python3', ['-c', 'import cv2']).status === 0;

const unionShare = (ours: Uint8Array, theirs: Uint8Array): number => {
  let both = 0;
  let either = 0;
  for (let i = 0; i < ours.length; i += 1) {
    if (ours[i] && theirs[i]) both += 1;
    if (ours[i] || theirs[i]) either += 1;
  }
  return either === 0 ? 1 : both / either;
};

/**
 * How well our edges agree with `cv2.Canny(gray, 100, 200)` of the same pixels: intersection over union.
 *
 * Needs OpenCV for Python (Debian: python3-opencv); empty without it.
 */
export const evaluateEdges = async (folder: string): Promise<EvaluationFigure[]> => {
  if (!hasOpenCv()) return [];
  const work = await mkdtemp(path.join(os.tmpdir(), 'edges-'));
  try {
    const jobs = [];
    for (const [index, { file }] of (await labelledPictures(folder)).entries()) {
      const { raster } = await openPicture(file);
      const { width, height } = raster;
      const luma = lumaOf(onGround(raster));
      const job = { path: path.join(work, String(index)), width, height };
      await writeFile(job.path, luma);
      jobs.push({ ...job, ours: cannyEdges(luma, width, height) });
    }
    const list = path.join(work, 'list.json');
    await writeFile(list, JSON.stringify(jobs.map(({ ours: _ours, ...job }) => job)));
    const { status, stderr } = spawnSync('python3', ['-c', script, list], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`OpenCV: ${stderr}`);
    const shares: number[] = [];
    for (const job of jobs) shares.push(unionShare(job.ours, await readFile(`${job.path}.edges`)));
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    return [
      { metric: 'IoU with cv2.Canny, mean', value: mean },
      { metric: 'IoU with cv2.Canny, least', value: Math.min(...shares) },
    ].map(({ metric, value }) => ({
      eval: 'edges',
      metric,
      value: Number(value.toFixed(4)),
      n: shares.length,
    }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};
