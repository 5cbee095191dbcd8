import type { ModelRow } from '../../../../shared/contracts/models';
import type { CameraMovement, Mood } from '../../../../shared/contracts/vocabulary';
import type { BeatRow } from '../../stores/video-rows';
import { fitPrompt } from './fit';
import { nameReferences, type ShownReference } from './name-references';

/** What a prompt for a clip is made from. */
export interface MotionWords {
  model: ModelRow;
  beat: Pick<BeatRow, 'prompt' | 'action' | 'mood' | 'cameraMovement'>;
  /** References sent beside the first frame, in their order. */
  shown?: readonly ShownReference[];
  /** Whether the clip begins with a picture, which then needs no describing. */
  hasFirstFrame?: boolean;
  /** The clip goes on where an earlier one of the same beat ended. */
  continues?: boolean;
}

const camera: Record<CameraMovement, string> = {
  static: 'The camera holds still on a tripod',
  push_in: 'The camera pushes in slowly and steadily',
  pull_out: 'The camera draws back slowly and steadily',
  pan_left: 'The camera pans to the left at an even pace',
  pan_right: 'The camera pans to the right at an even pace',
  tilt_up: 'The camera tilts up at an even pace',
  tilt_down: 'The camera tilts down at an even pace',
  orbit: 'The camera circles the subject a little, at an even distance',
  rack_focus: 'The camera stays where it is and the focus moves from the background to the product',
};

const pace: Record<Mood, string> = {
  energetic: 'Quick, lively movement',
  calm: 'Slow, quiet movement',
  dramatic: 'Slow, weighty movement',
  playful: 'Light, bouncy movement',
  elegant: 'Slow, flowing movement',
  warm: 'Gentle movement',
  confident: 'Firm, even movement',
  fresh: 'Brisk, light movement',
};

/** What video models redraw if one lets them. */
const steady =
  'One continuous shot without cuts. The product keeps its shape, colours and lettering; nothing new comes into view; no text appears';

/**
 * The words for a clip: with a first frame only what moves, for the picture shows the rest; without one the beat as well.
 *
 * Source: practice of image-to-video models, 2026: describing the still again makes them redraw it.
 */
export const motionPrompt = ({
  model,
  beat,
  shown = [],
  hasFirstFrame = true,
  continues = false,
}: MotionWords): string =>
  fitPrompt(model, {
    first: [
      ...nameReferences(model, shown),
      continues ? 'The movement goes on from the first frame without a break' : '',
      camera[beat.cameraMovement],
    ],
    middle: hasFirstFrame ? beat.action : beat.prompt,
    last: [pace[beat.mood], steady],
  });
