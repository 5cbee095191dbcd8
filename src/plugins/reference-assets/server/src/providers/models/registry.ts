import { modelRow, type ModelRow } from '../../../../shared/contracts/models';
import { drawnStills } from './drawn-stills';
import { editedStills } from './edited-stills';
import { klingClips } from './kling-clips';
import { minimaxClips } from './minimax-clips';
import { musicModels } from './music';
import { otherClips } from './other-clips';
import type { WrittenRow } from './row';
import { veoClips } from './veo-clips';

/** Models known without configuration. */
export const knownModels: readonly WrittenRow[] = [
  ...editedStills,
  ...drawnStills,
  ...klingClips,
  ...minimaxClips,
  ...otherClips,
  ...veoClips,
  ...musicModels,
];

/** Fields of a row as a configuration writes them: over a known model, or the whole of a new one. */
export type ModelOverrides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is wrong with a configuration, and where. */
export interface ModelProblem {
  path: (string | number)[];
  message: string;
}

/** Lays one object over another; null takes a field away. */
const over = (base: unknown, patch: unknown): unknown => {
  if (typeof patch !== 'object' || patch === null) return patch === undefined ? base : patch;
  const merged = { ...(base as object | undefined), ...patch };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
};

const patched = (name: string, patch: Readonly<Record<string, unknown>>): unknown => {
  const base = knownModels.find((row) => row.name === name);
  return {
    ...base,
    ...patch,
    inputs: over(base?.inputs, patch.inputs),
    fixed: over(base?.fixed, patch.fixed),
    name,
  };
};

/** Every model by name. */
export type ModelRegistry = ReadonlyMap<string, ModelRow>;

/**
 * The known models with a configuration laid over them.
 *
 * `inputs` and `fixed` of a known model are changed field by field, null taking one away; every other field is replaced.
 * `problems` has the path of each field that does not fit; such a row is left out.
 */
export const readModels = (
  overrides: ModelOverrides = {},
): { models: ModelRegistry; problems: ModelProblem[] } => {
  const written = new Map<string, unknown>(knownModels.map((row) => [row.name, row]));
  for (const [name, patch] of Object.entries(overrides)) written.set(name, patched(name, patch));
  const models = new Map<string, ModelRow>();
  const problems: ModelProblem[] = [];
  for (const [name, row] of written) {
    const parsed = modelRow.safeParse(row);
    if (parsed.success) models.set(name, parsed.data);
    else
      problems.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          path: [name, ...path.map((part) => (typeof part === 'number' ? part : String(part)))],
          message,
        })),
      );
  }
  return { models, problems };
};
