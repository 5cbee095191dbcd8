import { useField } from '@strapi/strapi/admin';
import type { Asset } from '../../../shared/contracts/assets';
import { ChosenAssets, type FieldProps } from './chosen-assets';
import { idsIn } from './ids-in';

/** One asset: the field holds its document id. */
export const AssetField = (props: FieldProps) => {
  const { value, onChange, error } = useField<string | null>(props.name);
  const chosen = idsIn(value);
  const pick = ({ documentId }: Asset) =>
    onChange(props.name, chosen.includes(documentId) ? null : documentId);
  return (
    <ChosenAssets
      {...props}
      error={error}
      chosen={chosen}
      closesOnPick
      onPick={pick}
      onRemove={() => onChange(props.name, null)}
    />
  );
};

/** Several assets: the field holds their document ids in order. */
export const AssetsField = (props: FieldProps) => {
  const { value, onChange, error } = useField<string[] | null>(props.name);
  const chosen = idsIn(value);
  const remove = (id: string) => {
    const rest = chosen.filter((one) => one !== id);
    onChange(props.name, rest.length > 0 ? rest : null);
  };
  const pick = ({ documentId }: Asset) =>
    chosen.includes(documentId)
      ? remove(documentId)
      : onChange(props.name, [...chosen, documentId]);
  return <ChosenAssets {...props} error={error} chosen={chosen} onPick={pick} onRemove={remove} />;
};
