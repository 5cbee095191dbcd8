import { ChosenAssets } from '../../fields/chosen-assets';
import { useText } from '../../hooks/use-text';

const most = 6;

interface LogosFieldProps {
  ids: string[];
  onChange: (ids: string[]) => void;
}

/** Logos that videos use where their brief chose none. */
export const LogosField = ({ ids, onChange }: LogosFieldProps) => {
  const t = useText();
  const remove = (id: string) => onChange(ids.filter((one) => one !== id));
  return (
    <ChosenAssets
      name="logoIds"
      label={t('brand.logos')}
      hint={t('brand.logos.hint')}
      chosen={ids}
      onPick={({ documentId }) =>
        ids.includes(documentId)
          ? remove(documentId)
          : onChange([...ids, documentId].slice(0, most))
      }
      onRemove={remove}
    />
  );
};
