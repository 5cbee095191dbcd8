import { Box, Flex, Typography } from '@strapi/design-system';
import { Section } from '../../../components/section';
import { useText, useWord } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';

const Tags = ({ title, words }: { title: string; words: string[] }) =>
  words.length === 0 ? null : (
    <Section title={title}>
      <Flex tag="ul" gap={2} wrap="wrap">
        {words.map((text) => (
          <li key={text}>
            <Box background="neutral150" paddingLeft={2} paddingRight={2} hasRadius>
              <Typography variant="pi" textColor="neutral800">
                {text}
              </Typography>
            </Box>
          </li>
        ))}
      </Flex>
    </Section>
  );

/** What an asset is like and what it is good for, in words. */
export const AssetTags = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const word = useWord();
  return (
    <>
      <Tags title={t('asset.tags')} words={asset.styleTags} />
      <Tags
        title={t('asset.shots')}
        words={asset.recommendedShotTypes.map((shot) => word('shot', shot))}
      />
      <Tags title={t('asset.contexts')} words={asset.usageContexts} />
    </>
  );
};
