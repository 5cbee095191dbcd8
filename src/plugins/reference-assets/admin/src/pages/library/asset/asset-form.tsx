import { useState, type FormEvent } from 'react';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { useUpdateAssetMutation } from '../../../api/assets';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { Asset, AssetEdit } from '../../../../../shared/contracts/assets';
import { assetTypes, type AssetType } from '../../../../../shared/contracts/vocabulary';

type Draft = Pick<Asset, 'name' | 'assetType'> & { description: string; altText: string };

const draftOf = ({ name, description, altText, assetType }: Asset): Draft => ({
  name,
  description: description ?? '',
  altText: altText ?? '',
  assetType,
});

/** Only what was changed: each field sent is from then on the person's, and analysis leaves it alone. */
const editOf = (draft: Draft, asset: Asset): AssetEdit => ({
  ...(draft.name.trim() !== asset.name && { name: draft.name.trim() }),
  ...(draft.description.trim() !== (asset.description ?? '') && {
    description: draft.description.trim() || null,
  }),
  ...(draft.altText.trim() !== (asset.altText ?? '') && { altText: draft.altText.trim() || null }),
  ...(draft.assetType && draft.assetType !== asset.assetType && { assetType: draft.assetType }),
});

interface TypeFieldProps {
  value: AssetType | null;
  hint: string | undefined;
  onChange: (type: AssetType) => void;
}

const TypeField = ({ value, hint, onChange }: TypeFieldProps) => {
  const t = useText();
  return (
    <Field.Root name="assetType" hint={hint}>
      <Field.Label>{t('asset.type')}</Field.Label>
      <SingleSelect value={value} onChange={(type) => onChange(type as AssetType)}>
        {assetTypes.map((type) => (
          <SingleSelectOption key={type} value={type}>
            {t(`type.${type}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
};

/** What a person may say better than the analysis did. */
export const AssetForm = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const report = useFeedback();
  const [update, { isLoading }] = useUpdateAssetMutation();
  // Only the person's own changes are kept, so that an analysis ending meanwhile shows through and nothing typed is lost.
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const set = (change: Partial<Draft>) => setTyped((before) => ({ ...before, ...change }));
  const draft = { ...draftOf(asset), ...typed };
  const edit = editOf(draft, asset);
  const isChanged = Object.keys(edit).length > 0;
  const hintOf = (field: string) =>
    asset.humanFields.includes(field) ? t('asset.byPerson') : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await report(update({ id: asset.documentId, edit }), t('asset.saved'))) setTyped({});
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={4} onSubmit={save}>
      <Field.Root name="name" required hint={hintOf('name')}>
        <Field.Label>{t('asset.name')}</Field.Label>
        <TextInput
          value={draft.name}
          maxLength={200}
          onChange={({ target }) => set({ name: target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="description" hint={hintOf('description')}>
        <Field.Label>{t('asset.description')}</Field.Label>
        <Textarea
          value={draft.description}
          maxLength={2000}
          onChange={({ target }) => set({ description: target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="altText" hint={hintOf('altText')}>
        <Field.Label>{t('asset.altText')}</Field.Label>
        <TextInput
          value={draft.altText}
          maxLength={500}
          onChange={({ target }) => set({ altText: target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <TypeField
        value={draft.assetType}
        hint={hintOf('assetType')}
        onChange={(assetType) => set({ assetType })}
      />
      <Flex justifyContent="flex-end">
        <Button
          type="submit"
          size="S"
          disabled={!isChanged || !draft.name.trim()}
          loading={isLoading}
        >
          {t('action.save')}
        </Button>
      </Flex>
    </Flex>
  );
};
