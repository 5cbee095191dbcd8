import { useState, type FormEvent } from 'react';
import {
  Box,
  Flex,
  SearchForm,
  Searchbar,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { useListAssetsQuery, useSearchAssetsQuery } from '../api/assets';
import { useErrorText } from '../hooks/use-feedback';
import { useText } from '../hooks/use-text';
import type { Asset } from '../../../shared/contracts/assets';
import { assetTypes, type AssetType } from '../../../shared/contracts/vocabulary';
import { CardGrid } from './card-grid';
import { AssetPicture } from './asset-picture';
import { Notice } from './notice';
import { Waiting } from './waiting';

const Tile = styled.button`
  display: block;
  width: 100%;
  padding: 0;
  overflow: hidden;
  text-align: start;
  cursor: pointer;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary500};
  }
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

// React's events climb through portals: the form around the dialog's button must not be sent by Enter in its search box.
const stayHere = (event: FormEvent) => {
  event.preventDefault();
  event.stopPropagation();
};

/** The assets that fit the words and the type, the newest where there are no words. */
const useCandidates = (q: string, assetType: AssetType | undefined) => {
  const listed = useListAssetsQuery({ assetType, page: 1, pageSize: 24 }, { skip: q !== '' });
  const found = useSearchAssetsQuery({ q, assetType, limit: 24 }, { skip: q === '' });
  if (q) return { assets: found.data?.data.map(({ asset }) => asset), error: found.error };
  return { assets: listed.data?.data, error: listed.error };
};

interface PickFilterProps {
  text: string;
  assetType: AssetType | undefined;
  onText: (text: string) => void;
  onType: (type: AssetType | undefined) => void;
}

const PickFilter = ({ text, assetType, onText, onType }: PickFilterProps) => {
  const t = useText();
  return (
    <Flex gap={3} wrap="wrap">
      <Box flex="1 1 24rem">
        <SearchForm onSubmit={stayHere}>
          <Searchbar
            name="pick"
            value={text}
            onChange={({ target }) => onText(target.value)}
            onClear={() => onText('')}
            clearLabel={t('action.clear')}
            placeholder={t('library.search.hint')}
          >
            {t('library.search')}
          </Searchbar>
        </SearchForm>
      </Box>
      <SingleSelect
        size="S"
        aria-label={t('library.filter.type')}
        placeholder={t('library.filter.type')}
        value={assetType ?? null}
        onChange={(value) => onType(value as AssetType)}
        onClear={() => onType(undefined)}
      >
        {assetTypes.map((type) => (
          <SingleSelectOption key={type} value={type}>
            {t(`type.${type}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
};

export interface AssetTilesProps {
  initialType?: AssetType;
  chosen: string[];
  onPick: (asset: Asset) => void;
}

/** Search the library and pick from what it finds. */
export const AssetTiles = ({ initialType, chosen, onPick }: AssetTilesProps) => {
  const t = useText();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [assetType, setAssetType] = useState(initialType);
  const { assets, error } = useCandidates(useDebounce(text.trim(), 250), assetType);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <PickFilter text={text} assetType={assetType} onText={setText} onType={setAssetType} />
      {error ? <Notice tone="danger">{errorText(error)}</Notice> : null}
      {!assets && !error ? <Waiting /> : null}
      {assets?.length === 0 ? (
        <Typography textColor="neutral600">{t('library.empty.filtered')}</Typography>
      ) : null}
      <CardGrid $min="12rem">
        {assets?.map((asset) => (
          <li key={asset.documentId}>
            <Tile
              type="button"
              aria-pressed={chosen.includes(asset.documentId)}
              onClick={() => onPick(asset)}
            >
              <AssetPicture asset={asset} />
              <Box padding={2}>
                <Typography variant="pi" tag="p" textColor="neutral800" ellipsis>
                  {asset.name}
                </Typography>
              </Box>
            </Tile>
          </li>
        ))}
      </CardGrid>
    </Flex>
  );
};
