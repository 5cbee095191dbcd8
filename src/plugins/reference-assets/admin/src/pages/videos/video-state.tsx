import { StateBadge, type Tone } from '../../components/state-badge';
import { useText } from '../../hooks/use-text';
import type { BeatStatus, VideoStatus } from '../../../../shared/contracts/video-states';

const tones: Record<VideoStatus, Tone> = {
  queued: 'neutral',
  planning: 'primary',
  awaiting_plan: 'warning',
  storyboarding: 'primary',
  awaiting_storyboard: 'warning',
  animating: 'primary',
  assembling: 'primary',
  in_review: 'alternative',
  changes_requested: 'warning',
  approved: 'success',
  rejected: 'danger',
  failed: 'danger',
  canceled: 'neutral',
};
const beatTones: Record<BeatStatus, Tone> = {
  planned: 'neutral',
  rendering: 'primary',
  still_ready: 'success',
  ready: 'success',
  animating: 'primary',
  done: 'success',
  failed: 'danger',
};

const working: VideoStatus[] = ['queued', 'planning', 'storyboarding', 'animating', 'assembling'];
const waiting: VideoStatus[] = ['awaiting_plan', 'awaiting_storyboard'];

/** Whether the pipeline is at work on a video. */
export const isWorking = (status: VideoStatus) => working.includes(status);
/** Whether a video stands at a stop point, for a person to look. */
export const isWaiting = (status: VideoStatus) => waiting.includes(status);
/** Whether its beats may be changed now. */
export const isEditable = (status: VideoStatus) =>
  isWaiting(status) || ['in_review', 'changes_requested', 'failed'].includes(status);

/** A video's phase in words. */
export const VideoBadge = ({ status }: { status: VideoStatus }) => {
  const t = useText();
  return (
    <StateBadge tone={tones[status]} busy={isWorking(status)}>
      {t(`video.status.${status}`)}
    </StateBadge>
  );
};

/** A beat's phase in words. */
export const BeatBadge = ({ status }: { status: BeatStatus }) => {
  const t = useText();
  return (
    <StateBadge tone={beatTones[status]} busy={status === 'rendering' || status === 'animating'}>
      {t(`beat.status.${status}`)}
    </StateBadge>
  );
};
