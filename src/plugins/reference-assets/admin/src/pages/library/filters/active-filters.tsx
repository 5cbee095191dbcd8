import { Button, Flex } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useLibraryFacetsQuery } from '../../../api/library';
import { keptPicture } from '../../../api/kept-pictures';
import { useText } from '../../../hooks/use-text';
import type { LibraryQuery } from '../use-library-query';

interface Active {
  name: string;
  label: string;
}

/** Conditions in words, each with its name in the address. */
const useActive = ({ search }: Pick<LibraryQuery, 'search'>): Active[] => {
  const t = useText();
  const { folder, owner, logo, rights, status, orientation, transparent, color, corrected } =
    search;
  const { data } = useLibraryFacetsQuery(undefined, { skip: !folder && !owner });
  const said = (name: string, label: string | null | undefined | false | 0): Active[] =>
    label ? [{ name, label }] : [];
  const ownerName = data?.owners.find(({ id }) => id === owner)?.name ?? owner;
  return [
    ...said('picture', search.picture && (keptPicture(search.picture)?.name ?? t('find.picture'))),
    ...said('like', search.like.length && t('find.like', { count: search.like.length })),
    ...said('color', color && `#${color}`),
    ...said('logo', logo && t(`library.filter.logo.${logo}`)),
    ...said('rights', rights && t(`library.filter.rights.${rights}`)),
    ...said('state', status && t(`analysis.${status}`)),
    ...said('shape', orientation && t(`library.filter.shape.${orientation}`)),
    ...said('clear', transparent && t(`library.filter.clear.${transparent}`)),
    ...said('min', search.minSide && t('library.filter.size.is', { count: search.minSide })),
    ...said('from', search.from && t('library.filter.from.is', { at: search.from })),
    ...said('until', search.until && t('library.filter.until.is', { at: search.until })),
    ...said('folder', folder && data?.folders.find(({ id }) => id === folder)?.name),
    ...said('owner', owner === 'shared' ? t('library.filter.owner.shared') : ownerName),
    ...said(
      'corrected',
      corrected && t('library.filter.corrected', { field: t(`dashboard.field.${corrected}`) }),
    ),
    ...said('tags', search.tags.join(', ')),
  ];
};

/** What narrows the library down now, each to be taken away with one click. */
export const ActiveFilters = ({
  search,
  change,
  clear,
}: Pick<LibraryQuery, 'search' | 'change' | 'clear'>) => {
  const t = useText();
  const active = useActive({ search });
  if (active.length === 0) return null;
  return (
    <Flex role="group" aria-label={t('library.filter.active')} gap={2} wrap="wrap" paddingTop={3}>
      {active.map(({ name, label }) => (
        <Button
          key={name}
          size="S"
          variant="secondary"
          endIcon={<Cross width="1rem" height="1rem" />}
          aria-label={t('library.filter.remove', { name: label })}
          onClick={() => change({ [name]: null })}
        >
          {label}
        </Button>
      ))}
      <Button size="S" variant="ghost" onClick={clear}>
        {t('library.filter.clearAll')}
      </Button>
    </Flex>
  );
};
