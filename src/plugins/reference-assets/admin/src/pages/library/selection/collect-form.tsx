import { useState } from 'react';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useAuth, useDebounce } from '@strapi/strapi/admin';
import {
  useCollectAssetsMutation,
  useFindEntriesQuery,
  useListAssetRelationsQuery,
  useReleaseAssetsMutation,
  type AssetRelation,
  type Entry,
} from '../../../api/entries';
import { useOfferUndo } from '../../../components/undo';
import { Waiting } from '../../../components/waiting';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';

interface FormProps {
  ids: string[];
  close: () => void;
}

const keyOf = ({ uid, field }: AssetRelation): string => `${uid} ${field}`;

/** Fields of entries that the person may change. */
const useRelations = (): AssetRelation[] | undefined => {
  const { data } = useListAssetRelationsQuery();
  const owned = useAuth('useRelations', (state) => state.permissions);
  const mayUpdate = (uid: string) =>
    owned.some(
      ({ action, subject }) =>
        action === 'plugin::content-manager.explorer.update' && subject === uid,
    );
  return data?.filter(({ uid }) => mayUpdate(uid));
};

const EntryList = ({
  relation,
  onChoose,
}: {
  relation: AssetRelation;
  onChoose: (entry: Entry) => void;
}) => {
  const t = useText();
  const [text, setText] = useState('');
  const q = useDebounce(text.trim(), 200);
  const { data } = useFindEntriesQuery({ relation, q });
  return (
    <>
      <Field.Root name="entry">
        <Field.Label>{t('select.collect.find')}</Field.Label>
        <TextInput value={text} onChange={({ target }) => setText(target.value)} />
      </Field.Root>
      {data?.length === 0 ? (
        <Typography textColor="neutral600">{t('select.collect.empty')}</Typography>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {data?.map((entry) => (
          <li key={entry.documentId}>
            <Button size="S" fullWidth variant="ghost" onClick={() => onChoose(entry)}>
              {entry.title}
            </Button>
          </li>
        ))}
      </Flex>
    </>
  );
};

/** Adds all chosen assets to an entry of the site that gathers assets, such as a campaign. */
export const CollectForm = ({ ids, close }: FormProps) => {
  const t = useText();
  const report = useFeedback();
  const offerUndo = useOfferUndo();
  const relations = useRelations();
  const [chosen, setChosen] = useState<string>();
  const [collect] = useCollectAssetsMutation();
  const [release] = useReleaseAssetsMutation();
  if (!relations) return <Waiting />;
  const relation = relations.find((one) => keyOf(one) === chosen) ?? relations.at(0);
  if (!relation) return <Typography>{t('select.collect.none')}</Typography>;
  const add = async ({ documentId, title }: Entry) => {
    close();
    const added = await report(collect({ relation, documentId, assetIds: ids }));
    if (!added) return;
    offerUndo(t('select.collect.done', { count: added.length, name: title }), () =>
      added.length > 0
        ? report(release({ relation, documentId, assetIds: added }))
        : Promise.resolve(),
    );
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {relations.length > 1 ? (
        <Field.Root name="kind">
          <Field.Label>{t('select.collect.kind')}</Field.Label>
          <SingleSelect value={keyOf(relation)} onChange={(value) => setChosen(String(value))}>
            {relations.map((one) => (
              <SingleSelectOption key={keyOf(one)} value={keyOf(one)}>
                {`${one.typeName}: ${one.field}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      ) : (
        <Typography variant="sigma" textColor="neutral600">
          {relation.typeName}
        </Typography>
      )}
      <EntryList key={keyOf(relation)} relation={relation} onChoose={add} />
    </Flex>
  );
};
