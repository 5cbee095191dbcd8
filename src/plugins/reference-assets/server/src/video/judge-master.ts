import type { QualityReport } from '../../../shared/contracts/quality';
import { StepFailure } from '../errors';
import type { QualityReport as MeasuredReport } from '../media/assembly/check';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** The report as the video keeps it: checks about a shot name its beat; `shots` says which shot is whose. */
export const reportOf = (
  { passed, checks }: MeasuredReport,
  shots: readonly BeatRow[],
): QualityReport => ({
  passed,
  checks: checks.map(({ shot, ...check }) => {
    const beat = shot === undefined ? undefined : shots[shot];
    return beat ? { ...check, beatId: beat.documentId } : check;
  }),
});

const wordsOf = (checks: QualityReport['checks']): string =>
  checks
    .map(({ name, expected, actual }) => `${name}: expected ${expected}, got ${actual}`)
    .join('; ');

/**
 * Keeps a master that is not what was promised out of review: the report stays with the video, and each beat that is
 * at fault is marked, so that a retry makes that beat's clip again and no other.
 *
 * Throws: `StepFailure` `quality` with everything that is wrong; nothing when all passed.
 */
export const demandQuality = async (
  { videos, beats }: Pick<Stores, 'videos' | 'beats'>,
  video: VideoRow,
  rows: readonly BeatRow[],
  report: QualityReport,
): Promise<void> => {
  if (report.passed) return;
  const failed = report.checks.filter((check) => !check.passed && !check.advisory);
  for (const beat of rows) {
    const mine = failed.filter(({ beatId }) => beatId === beat.documentId);
    if (mine.length === 0) continue;
    const message = `The clip is not what was promised: ${wordsOf(mine)}.`;
    await beats.update(beat.id, {
      state: 'failed',
      error: { code: 'quality', step: 'quality', message },
    });
  }
  await videos.update(video.id, { qualityReport: report });
  const inBeats = rows.filter(({ documentId }) =>
    failed.some(({ beatId }) => beatId === documentId),
  );
  const where = inBeats.map((beat) => `beat ${beat.order + 1} (${beat.name})`).join(', ');
  throw new StepFailure(
    'quality',
    `The finished video is not what was promised${where && `, in ${where}`}: ${wordsOf(failed)}.`,
  );
};
