import type { Encoder } from '../providers/ports';

/** Name under which the measured descriptor of every picture is kept beside the vectors of models. */
export const descriptorModel = 'descriptor-2';

/** Names under which the descriptors of a picture's parts are kept, the middle first. */
export const descriptorPartModels = [1, 2, 3, 4, 5].map(
  (part) => `${descriptorModel}/part-${part}`,
);

/** The model that image-to-image comparisons use now: the encoder's when it is ready, else the descriptor. */
export const imageModel = (encoder: Encoder): string =>
  encoder.status().state === 'ready' ? encoder.model : descriptorModel;

/** What to tell people about searches while no model is ready; undefined when one is. */
export const searchNotice = (encoder: Encoder): string | undefined => {
  const { state, model } = encoder.status();
  if (state === 'ready') return undefined;
  const why = {
    loading: 'is still loading',
    absent: 'is not on this machine',
    failed: 'could not be loaded',
  }[state];
  return `The embedding model ${model} ${why}: text is searched by words alone, pictures by a visual descriptor.`;
};
