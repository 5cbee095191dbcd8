import { useId, useState } from 'react';
import { Box, Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { useGetAssetQuery } from '../api/assets';
import { AssetPicker } from '../components/asset-picker';
import { AssetPicture } from '../components/asset-picture';
import { useText } from '../hooks/use-text';
import type { Asset } from '../../../shared/contracts/assets';

/** What the content manager hands to a field. */
export interface FieldProps {
  name: string;
  label?: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
}

interface ChosenAssetsProps extends FieldProps {
  error?: string;
  chosen: string[];
  closesOnPick?: boolean;
  onPick: (asset: Asset) => void;
  onRemove: (id: string) => void;
}

const ChosenAsset = ({ id, onRemove }: { id: string; onRemove?: () => void }) => {
  const t = useText();
  const { data: asset, isError } = useGetAssetQuery(id);
  const name = asset?.name ?? id;
  return (
    <Flex tag="li" gap={3} padding={2} background="neutral0" borderColor="neutral200" hasRadius>
      <Box width="5.6rem" shrink={0} hasRadius overflow="hidden">
        {asset ? <AssetPicture asset={asset} /> : null}
      </Box>
      <Box flex="1" minWidth={0}>
        <Typography tag="p" textColor={isError ? 'danger600' : 'neutral800'} ellipsis>
          {isError ? t('field.gone') : name}
        </Typography>
      </Box>
      {onRemove ? (
        <IconButton variant="ghost" label={t('assets.remove', { name })} onClick={onRemove}>
          <Cross />
        </IconButton>
      ) : null}
    </Flex>
  );
};

/** A field of an entry with the assets it holds, and the library's search to choose others. */
export const ChosenAssets = (props: ChosenAssetsProps) => {
  const { name, label, hint, required, disabled, error, chosen, closesOnPick } = props;
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const pick = (asset: Asset) => {
    props.onPick(asset);
    if (closesOnPick) setIsOpen(false);
  };
  return (
    <Field.Root
      {...{ name, hint, error, required, id }}
      role="group"
      aria-labelledby={`${id}-label`}
      // The ids the design system gives its hint and its error.
      aria-describedby={`${id}-hint ${id}-error`}
    >
      <Field.Label id={`${id}-label`}>{label ?? name}</Field.Label>
      {chosen.length === 0 ? (
        <Typography textColor="neutral600">{t('field.none')}</Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {chosen.map((id) => (
            <ChosenAsset
              key={id}
              id={id}
              onRemove={disabled ? undefined : () => props.onRemove(id)}
            />
          ))}
        </Flex>
      )}
      <Box paddingTop={1}>
        <Button
          variant="secondary"
          startIcon={<Plus />}
          disabled={disabled}
          onClick={() => setIsOpen(true)}
        >
          {t(closesOnPick && chosen.length > 0 ? 'field.replace' : 'field.choose')}
        </Button>
      </Box>
      <Field.Hint />
      <Field.Error />
      {isOpen ? (
        <AssetPicker
          title={label ?? name}
          chosen={chosen}
          onPick={pick}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </Field.Root>
  );
};
