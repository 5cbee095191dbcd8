import { useState, type FormEvent } from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  IconButton,
  Popover,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Star, Trash } from '@strapi/icons';
import {
  useKeepSearchMutation,
  useListSavedSearchesQuery,
  useRemoveSearchMutation,
} from '../../../api/saved-searches';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { searchText } from '../library-search';
import type { LibraryQuery } from '../use-library-query';

const KeepForm = ({ query, done }: { query: string; done: () => void }) => {
  const t = useText();
  const report = useFeedback();
  const [keep, { isLoading }] = useKeepSearchMutation();
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await report(keep({ name: name.trim(), query }), t('saved.kept'))) done();
  };
  return (
    <Flex tag="form" gap={2} alignItems="flex-end" onSubmit={save}>
      <Box flex="1">
        <Field.Root name="name">
          <Field.Label>{t('saved.name')}</Field.Label>
          <TextInput value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
        </Field.Root>
      </Box>
      <Button type="submit" size="L" disabled={!name.trim()} loading={isLoading}>
        {t('action.save')}
      </Button>
    </Flex>
  );
};

/** Searches a person kept, and keeping the one that shows. */
export const SavedSearches = ({ params, show }: Pick<LibraryQuery, 'params' | 'show'>) => {
  const t = useText();
  const report = useFeedback();
  const [isOpen, setIsOpen] = useState(false);
  const { data = [] } = useListSavedSearchesQuery();
  const [remove] = useRemoveSearchMutation();
  const query = searchText(params);
  const close = () => setIsOpen(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger>
        <Button size="S" variant="tertiary" startIcon={<Star />}>
          {t('saved.title')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" aria-label={t('saved.title')}>
        <Flex direction="column" alignItems="stretch" gap={3} padding={4} width="32rem">
          {data.length === 0 ? (
            <Typography textColor="neutral600">{t('saved.none')}</Typography>
          ) : (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
              {data.map((one) => (
                <Flex tag="li" key={one.id} gap={2}>
                  <Box flex="1" minWidth={0}>
                    <Button
                      variant="ghost"
                      fullWidth
                      onClick={() => (show(one.query), close())}
                      style={{ justifyContent: 'flex-start' }}
                    >
                      {one.name}
                    </Button>
                  </Box>
                  <IconButton
                    variant="ghost"
                    label={t('saved.remove', { name: one.name })}
                    onClick={() => report(remove(one.id))}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              ))}
            </Flex>
          )}
          {query ? <KeepForm key={query} query={query} done={close} /> : null}
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
};
