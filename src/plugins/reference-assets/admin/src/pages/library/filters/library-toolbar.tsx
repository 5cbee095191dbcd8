import { Box, Button, Flex, Popover } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../../hooks/use-text';
import { isRanked } from '../library-search';
import type { LibraryQuery } from '../use-library-query';
import { ActiveFilters } from './active-filters';
import { ColorFilter } from './color-filter';
import { FilterFields } from './filter-fields';
import { OrderSelect } from './order-select';
import { PictureSearch } from './picture-search';
import { SavedSearches } from './saved-searches';
import { SearchBox } from './search-box';
import { TypeChips } from './type-chips';

const Bar = styled(Box)`
  position: sticky;
  top: 0;
  z-index: 2;
  background: ${({ theme }) => theme.colors.neutral100};
`;

/** Everything that finds: words, a picture, a colour, kinds, conditions and kept searches, at hand while scrolling. */
export const LibraryToolbar = (query: LibraryQuery) => {
  const t = useText();
  const { search } = query;
  return (
    <Bar paddingTop={3} paddingBottom={4}>
      <Flex gap={2} wrap="wrap">
        <Box flex="1 1 28rem">
          <SearchBox {...query} />
        </Box>
        <PictureSearch change={query.change} />
        <ColorFilter {...query} />
        <Popover.Root>
          <Popover.Trigger>
            <Button size="S" variant="tertiary" startIcon={<Filter />}>
              {t('library.filters')}
            </Button>
          </Popover.Trigger>
          <Popover.Content align="end" aria-label={t('library.filters')}>
            <Box padding={4} width="min(52rem, 90vw)">
              <FilterFields {...query} />
            </Box>
          </Popover.Content>
        </Popover.Root>
        <SavedSearches {...query} />
      </Flex>
      <Flex gap={3} paddingTop={3} justifyContent="space-between" wrap="wrap">
        <TypeChips {...query} />
        {isRanked(search) ? null : <OrderSelect {...query} />}
      </Flex>
      <ActiveFilters {...query} />
    </Bar>
  );
};
