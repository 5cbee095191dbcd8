export { motionPrompt, type MotionWords } from './motion-prompt';
export { musicPrompt } from './music-prompt';
export type { ShownReference } from './name-references';
export { negativePrompt, stillPrompt, type StillWords } from './still-prompt';
