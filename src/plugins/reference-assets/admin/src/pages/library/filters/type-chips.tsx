import { Button, Flex } from '@strapi/design-system';
import { useText } from '../../../hooks/use-text';
import { assetTypes } from '../../../../../shared/contracts/vocabulary';
import type { LibraryQuery } from '../use-library-query';

/** What kind of assets is shown, one click each. */
export const TypeChips = ({ search, change }: Pick<LibraryQuery, 'search' | 'change'>) => {
  const t = useText();
  return (
    <Flex role="group" aria-label={t('library.filter.type')} gap={1} wrap="wrap">
      {[null, ...assetTypes].map((type) => (
        <Button
          key={type ?? 'all'}
          size="S"
          variant={search.assetType === type ? 'secondary' : 'ghost'}
          aria-pressed={search.assetType === type}
          onClick={() => change({ type })}
        >
          {type ? t(`types.${type}`) : t('library.filter.all')}
        </Button>
      ))}
    </Flex>
  );
};
