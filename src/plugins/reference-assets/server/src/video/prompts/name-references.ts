import type { ModelRow } from '../../../../shared/contracts/models';
import type { AssetType } from '../../../../shared/contracts/vocabulary';

/** A reference picture that is sent, as people call it. */
export interface ShownReference {
  role: AssetType;
  name: string;
}

/** What must be kept of a picture, by what it stands for. */
const kept: Record<AssetType, string> = {
  product: 'is the product: keep its shape, colours, materials and label text unchanged',
  logo: 'is the brand mark: keep it unchanged and paint no other',
  person: 'is the person: keep face, hair and build unchanged',
  environment: 'is the place: use its setting, light and materials, not its framing',
  texture: 'is the surface: use its material and colour',
  prop: 'is an object in view: keep its shape and colours',
};

/** How a model's prompt calls its n-th picture, counting from 1. */
const labelOf = (model: Pick<ModelRow, 'inputs'>, n: number): string => {
  const takes = model.inputs.references;
  if (!takes) return `Image ${n}`;
  return takes.list ? takes.label.replace('{n}', String(n)) : 'The reference picture';
};

/** One sentence a reference: which picture it is, and what of it stays as it is. */
export const nameReferences = (
  model: Pick<ModelRow, 'inputs'>,
  shown: readonly ShownReference[],
): string[] =>
  shown.map(({ role, name }, index) => {
    const called = name
      .replace(/["\s]+/g, ' ')
      .trim()
      .slice(0, 60);
    return `${labelOf(model, index + 1)} ${kept[role]}${called ? ` (${called})` : ''}`;
  });
