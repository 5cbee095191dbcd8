import type {
  AspectRatio,
  CameraMovement,
  Mood,
  ShotType,
} from '../../../../../shared/contracts/vocabulary';
import type { RoleWishes } from '../../../../../shared/contracts/spec';
import { shorten } from './read-text';

const framing: Record<ShotType, string> = {
  close_up: 'Close-up',
  medium: 'Medium shot',
  wide: 'Wide shot',
  extreme_close_up: 'Extreme close-up',
  hero_shot: 'Hero shot',
  detail_showcase: 'Detail shot',
  lifestyle_context: 'Lifestyle shot',
  action_shot: 'Action shot',
  overhead: 'Overhead shot',
  dramatic_angle: 'Dramatic low angle',
  product_in_motion: 'Shot with the product in motion',
};

const movement: Record<CameraMovement, string> = {
  static: 'The camera holds still',
  push_in: 'The camera moves in slowly',
  pull_out: 'The camera draws back',
  pan_left: 'The camera pans left',
  pan_right: 'The camera pans right',
  tilt_up: 'The camera tilts up',
  tilt_down: 'The camera tilts down',
  orbit: 'The camera circles a little',
  rack_focus: 'The focus shifts from the background to the subject',
};

const light: Record<Mood, string> = {
  energetic: 'crisp, contrasty light and vivid colour',
  calm: 'soft, even light and quiet colour',
  dramatic: 'low-key light with deep shadows',
  playful: 'bright light and lively colour',
  elegant: 'sculpted studio light and restrained colour',
  warm: 'golden light and warm colour',
  confident: 'clear light and strong, clean colour',
  fresh: 'bright daylight and clean colour',
};

const frame: Record<AspectRatio, string> = {
  '16:9': '16:9 landscape frame',
  '9:16': '9:16 upright frame',
  '1:1': 'square frame',
  '4:5': '4:5 upright frame',
};

/** What a generation prompt is made of. */
export type PromptParts = {
  shotType: ShotType;
  cameraMovement: CameraMovement;
  mood: Mood;
  action: string;
  setting: string | null;
  roles: RoleWishes;
  aspectRatio: AspectRatio;
};

const longestPrompt = 1200;

const asked = (parts: PromptParts): string[] => {
  const { roles, action, setting } = parts;
  const said = action.toLowerCase();
  const isNew = (text: string): boolean => !said.includes(text.toLowerCase());
  return [
    setting && roles.environment.wanted && isNew(setting) ? `Set ${setting}` : '',
    roles.texture.wanted ? `Surface: ${roles.texture.words.join(', ')}` : '',
    roles.prop.wanted && isNew(roles.prop.words.join(' '))
      ? `Also in view: ${roles.prop.words.join(', ')}`
      : '',
    roles.product.wanted ? 'The product looks exactly as in its reference' : '',
    roles.logo.wanted ? 'Clear, calm space is left in the middle for the logo' : '',
  ].filter((line) => line !== '');
};

/** The prompt a picture model gets for a beat: framing, what happens, references, light, frame. Logos and copy are set later, never painted. */
export const promptFor = (parts: PromptParts): string => {
  const lines = [
    `${framing[parts.shotType]}. ${parts.action}`,
    ...asked(parts),
    `Mood: ${parts.mood}; ${light[parts.mood]}`,
    movement[parts.cameraMovement],
    `${frame[parts.aspectRatio]}, no text, no logo and no watermark in the picture`,
  ];
  return shorten(`${lines.map((line) => line.replace(/[.\s]+$/, '')).join('. ')}.`, longestPrompt);
};
