import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useText } from '../../hooks/use-text';
import { analysisStatuses } from '../../../../shared/contracts/assets';
import { assetTypes } from '../../../../shared/contracts/vocabulary';
import { SearchBox } from './search-box';
import type { LibraryQuery } from './use-library-query';

type Filtered = Pick<LibraryQuery, 'assetType' | 'change'>;

const TypeChips = ({ assetType, change }: Filtered) => {
  const t = useText();
  return (
    <Flex role="group" aria-label={t('library.filter.type')} gap={2} wrap="wrap">
      {[undefined, ...assetTypes].map((type) => (
        <Button
          key={type ?? 'all'}
          size="S"
          variant={assetType === type ? 'secondary' : 'tertiary'}
          aria-pressed={assetType === type}
          onClick={() => change({ type: type ?? null })}
        >
          {type ? t(`types.${type}`) : t('library.filter.all')}
        </Button>
      ))}
    </Flex>
  );
};

/** Search words and filters of the library, all kept in the address. */
export const LibraryFilters = ({
  q,
  assetType,
  isLogo,
  needsLook,
  status,
  change,
}: LibraryQuery) => {
  const t = useText();
  const byLogo = isLogo === undefined ? undefined : isLogo ? 'yes' : 'no';
  const logo = needsLook ? 'look' : byLogo;
  return (
    <Flex gap={4} wrap="wrap" paddingBottom={6}>
      <Box flex="1 1 28rem" maxWidth="48rem">
        <SearchBox q={q} change={change} />
      </Box>
      <TypeChips assetType={assetType} change={change} />
      <Flex gap={2} marginLeft="auto">
        <SingleSelect
          size="S"
          aria-label={t('library.filter.logo')}
          placeholder={t('library.filter.logo')}
          value={logo ?? null}
          onChange={(value) => change({ logo: String(value) })}
          onClear={() => change({ logo: null })}
        >
          <SingleSelectOption value="yes">{t('library.filter.logo.yes')}</SingleSelectOption>
          <SingleSelectOption value="no">{t('library.filter.logo.no')}</SingleSelectOption>
          {q ? null : (
            <SingleSelectOption value="look">{t('library.filter.logo.look')}</SingleSelectOption>
          )}
        </SingleSelect>
        {q ? null : (
          <SingleSelect
            size="S"
            aria-label={t('library.filter.state')}
            placeholder={t('library.filter.state')}
            value={status ?? null}
            onChange={(value) => change({ state: String(value) })}
            onClear={() => change({ state: null })}
          >
            {analysisStatuses.map((state) => (
              <SingleSelectOption key={state} value={state}>
                {t(`analysis.${state}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        )}
      </Flex>
    </Flex>
  );
};
