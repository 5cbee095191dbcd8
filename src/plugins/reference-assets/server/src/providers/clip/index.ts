export { createClipEncoder, type ClipEncoderOptions } from './encoder';
export { defaultCacheDir, findModel, type FoundModel, type ModelPlace } from './find-model';
export {
  clipModels,
  defaultClipModelId,
  promptFor,
  resolveClipModel,
  textImageScore,
  type ClipDtype,
  type ClipModel,
} from './registry';
export { zeroShotVocabulary, type ZeroShotVocabulary } from './vocabulary';
export { createZeroShot, type ZeroShot, type ZeroShotWords } from './zero-shot';
