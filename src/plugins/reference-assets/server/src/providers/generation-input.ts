import type { ModelRow } from '../../../shared/contracts/models';
import type { GenerationRequest } from './generation-ports';

/** Values of an input that are sent as they stand. */
export type Scalars = Record<string, string | number | boolean>;

/** A field of an input that takes pictures. */
export interface FileField {
  field: string;
  list: boolean;
  paths: string[];
}

const durationOf = ({ inputs }: ModelRow, seconds: number): number => {
  const { as, framesPerSecond = 0 } = inputs.duration ?? {};
  return as === 'frames' ? Math.round(seconds * framesPerSecond) + 1 : seconds;
};

const set = (scalars: Scalars, field: string | undefined, value: Scalars[string] | undefined) => {
  if (field !== undefined && value !== undefined) scalars[field] = value;
};

/**
 * What a request says in the vendor's words, pictures apart.
 *
 * Only fields of the model's row are sent; the resolution always, and silence wherever it can be asked for.
 */
export const scalarsOf = (request: GenerationRequest): Scalars => {
  const { model } = request;
  const { inputs } = model;
  const scalars: Scalars = { ...model.fixed };
  set(scalars, inputs.prompt, request.prompt);
  set(scalars, inputs.negativePrompt, request.negativePrompt);
  if (request.durationSeconds !== undefined)
    set(scalars, inputs.duration?.field, durationOf(model, request.durationSeconds));
  set(scalars, inputs.aspectRatio, request.aspectRatio);
  const size = model.sizes[request.aspectRatio];
  set(scalars, inputs.width, size?.width);
  set(scalars, inputs.height, size?.height);
  set(scalars, inputs.resolution, request.resolution ?? model.resolutions[0]);
  set(scalars, inputs.audio, false);
  set(scalars, inputs.seed, request.seed);
  return scalars;
};

/**
 * The pictures of a request, by the vendor's fields.
 *
 * Throws: `RangeError` for a picture that the model has no field for, or that it needs and is not there.
 */
export const filesOf = (request: GenerationRequest): FileField[] => {
  const { inputs, name } = request.model;
  const { references } = inputs;
  const given: [string, FileField | undefined][] = [];
  const one = (what: string, field: string | undefined, path: string | undefined) => {
    if (path !== undefined)
      given.push([what, field === undefined ? undefined : { field, list: false, paths: [path] }]);
  };
  one('a first frame', inputs.firstFrame?.field, request.firstFrame);
  one('a last frame', inputs.lastFrame, request.lastFrame);
  one('a control picture', inputs.controlImage, request.controlImage);
  if (request.references.length > 0) {
    const paths = request.references.map(({ path }) => path);
    const fits = references && paths.length <= (references.list ? references.max : 1);
    given.push([
      `${paths.length} references`,
      fits ? { field: references.field, list: references.list, paths } : undefined,
    ]);
  }
  const wrong = given.find(([, field]) => !field);
  if (wrong) throw new RangeError(`${name} does not take ${wrong[0]}`);
  if (inputs.firstFrame?.required && !request.firstFrame)
    throw new RangeError(`${name} needs a first frame`);
  if (references?.required && request.references.length === 0)
    throw new RangeError(`${name} needs a reference`);
  if (inputs.controlImage && !request.controlImage)
    throw new RangeError(`${name} needs a control picture`);
  return given.flatMap(([, field]) => field ?? []);
};
