import { Box, Flex, Typography } from '@strapi/design-system';
import { useDebounce, useForm } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useSuggestAssetsQuery } from '../api/assets';
import { AssetPicture } from '../components/asset-picture';
import { Waiting } from '../components/waiting';
import { useErrorText } from '../hooks/use-feedback';
import { useSaid } from '../hooks/use-said';
import { useText } from '../hooks/use-text';
import { PLUGIN_ID } from '../plugin-id';
import { entryText } from './entry-text';

const fewestLetters = 3;

/** Assets of the library that fit what the entry says now, saved or not. */
export const AssetSuggestions = () => {
  const t = useText();
  const said = useSaid();
  const errorText = useErrorText();
  const values = useForm('AssetSuggestions', (state) => state.values);
  const text = useDebounce(entryText(values), 600);
  const isEmpty = text.length < fewestLetters;
  const { data, error } = useSuggestAssetsQuery({ text, limit: 6 }, { skip: isEmpty });
  if (isEmpty) return <Typography textColor="neutral600">{t('suggestions.waiting')}</Typography>;
  if (error) return <Typography textColor="danger600">{errorText(error)}</Typography>;
  if (!data) return <Waiting />;
  if (data.length === 0)
    return <Typography textColor="neutral600">{t('suggestions.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%">
      {data.map(({ asset, reasons }) => (
        <Flex tag="li" key={asset.documentId} gap={3} data-testid="asset-suggestion">
          <Box width="4.8rem" shrink={0} hasRadius overflow="hidden">
            <AssetPicture asset={asset} />
          </Box>
          <Box flex="1" minWidth={0}>
            <Typography
              tag={Link}
              to={`/plugins/${PLUGIN_ID}/library?asset=${asset.documentId}`}
              variant="pi"
              fontWeight="bold"
              aria-label={t('suggestions.open', { name: asset.name })}
              ellipsis
            >
              {asset.name}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {reasons.slice(0, 1).map(said)}
            </Typography>
          </Box>
        </Flex>
      ))}
    </Flex>
  );
};
