import { useState, type FormEvent } from 'react';
import {
  Button,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useText } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';
import { useLibraryChange } from './use-library-change';

const wordsIn = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** How many of the assets have which style word, most first. */
const tagsOf = (assets: readonly Asset[]): [string, number][] => {
  const counted = new Map<string, number>();
  for (const { styleTags } of assets)
    for (const tag of styleTags) counted.set(tag, (counted.get(tag) ?? 0) + 1);
  return [...counted].sort(([, a], [, b]) => b - a);
};

interface TagsFormProps {
  assets: Asset[];
  close: () => void;
}

/** Gives all chosen assets style words, and takes others away. */
export const TagsForm = ({ assets, close }: TagsFormProps) => {
  const t = useText();
  const change = useLibraryChange();
  const [text, setText] = useState('');
  const [removed, setRemoved] = useState<string[]>([]);
  const added = wordsIn(text);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    close();
    void change({
      assetIds: assets.map(({ documentId }) => documentId),
      ...(added.length > 0 && { addTags: added }),
      ...(removed.length > 0 && { removeTags: removed }),
    });
  };
  return (
    <Flex tag="form" direction="column" alignItems="stretch" gap={4} onSubmit={apply}>
      <Field.Root name="addTags" hint={t('select.tags.add.hint')}>
        <Field.Label>{t('select.tags.add')}</Field.Label>
        <TextInput value={text} onChange={({ target }) => setText(target.value)} />
        <Field.Hint />
      </Field.Root>
      <Field.Root name="removeTags">
        <Field.Label>{t('select.tags.remove')}</Field.Label>
        <MultiSelect value={removed} onChange={setRemoved} onClear={() => setRemoved([])}>
          {tagsOf(assets).map(([tag, count]) => (
            <MultiSelectOption key={tag} value={tag}>
              {`${tag} (${count})`}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      </Field.Root>
      <Button type="submit" disabled={added.length + removed.length === 0}>
        {t('select.apply')}
      </Button>
    </Flex>
  );
};
