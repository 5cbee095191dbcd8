import type { BeatRow } from '../../stores/video-rows';
import { inputHash } from '../input-hash';

type Written = Pick<
  BeatRow,
  | 'take'
  | 'references'
  | 'action'
  | 'prompt'
  | 'shotType'
  | 'mood'
  | 'cameraMovement'
  | 'name'
  | 'frames'
>;

/** What a person can change about a beat; a result ordered before such a change does not belong on it any more. */
export const beatStamp = (beat: Written, stillHash: string | null = null): string => {
  const chosen = Object.entries(beat.references ?? {}).map(([role, one]) => [role, one?.assetId]);
  const { take, action, prompt, shotType, mood, cameraMovement, name, frames } = beat;
  const words = [take, action, prompt, shotType, mood, cameraMovement, name, frames];
  return inputHash({ chosen: chosen.sort(), words, stillHash });
};
