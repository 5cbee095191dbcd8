import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useSimilarAssetsQuery } from '../../../api/assets';
import { CardLink, LinkedCard } from '../../../components/card-grid';
import { AssetPicture } from '../../../components/asset-picture';
import { Section } from '../../../components/section';
import { Waiting } from '../../../components/waiting';
import { useErrorText } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import { useLibraryQuery } from '../use-library-query';

const limit = 8;

const Strip = styled(Flex)`
  overflow-x: auto;
  padding: 2px 2px ${({ theme }) => theme.spaces[3]};
`;

/** Assets that look alike, each a step to its own details. */
export const SimilarStrip = ({ id }: { id: string }) => {
  const t = useText();
  const errorText = useErrorText();
  const { linkTo } = useLibraryQuery();
  const { data, error, isLoading } = useSimilarAssetsQuery({ id, limit });
  const said = error ? errorText(error) : data?.length === 0 ? t('asset.similar.none') : null;
  return (
    <Section title={t('asset.similar')}>
      {isLoading ? <Waiting /> : null}
      {said ? <Typography textColor="neutral600">{said}</Typography> : null}
      {data?.length ? (
        <Strip tag="ul" gap={3} alignItems="stretch">
          {data.map(({ asset }) => (
            <Box tag="li" key={asset.documentId} width="12rem" shrink={0}>
              <LinkedCard>
                <AssetPicture asset={asset} />
                <Box padding={2}>
                  <Typography variant="pi" textColor="neutral800" tag="p" ellipsis>
                    <CardLink to={linkTo(asset.documentId)}>{asset.name}</CardLink>
                  </Typography>
                </Box>
              </LinkedCard>
            </Box>
          ))}
        </Strip>
      ) : null}
    </Section>
  );
};
