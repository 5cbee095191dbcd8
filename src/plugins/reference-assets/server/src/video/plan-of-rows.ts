import type { PlannedBeat, RoleWishes, VideoSpec } from '../../../shared/contracts/spec';
import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { BeatRow } from '../stores/video-rows';

const planned = (row: BeatRow, order: number): PlannedBeat => {
  const { name, shotType, action, mood, cameraMovement, prompt, startFrame, frames } = row;
  return {
    ...{ order, name, shotType, action, mood, cameraMovement, prompt, startFrame, frames },
    startSeconds: startFrame / framesPerSecond,
    durationSeconds: frames / framesPerSecond,
    roles: row.roles as RoleWishes,
    ...(row.copy && { copy: row.copy }),
    ...(row.transition && { transition: row.transition }),
  };
};

/** The plan that a video shows: it follows its beats' rows, whoever changed them. */
export const planOfRows = (spec: VideoSpec | null, rows: readonly BeatRow[]): VideoSpec | null =>
  spec && { ...spec, beats: rows.map(planned) };
