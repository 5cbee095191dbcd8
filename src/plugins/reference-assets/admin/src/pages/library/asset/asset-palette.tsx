import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Section } from '../../../components/section';
import { useText } from '../../../hooks/use-text';
import { useUnits } from '../../../hooks/use-units';
import type { DominantColor } from '../../../../../shared/contracts/assets';

const Swatch = styled.span<{ $color: string }>`
  display: block;
  width: 100%;
  height: 4.8rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $color }) => $color};
`;

/** The colours that make up a picture, the largest first. */
export const AssetPalette = ({ colors }: { colors: DominantColor[] }) => {
  const t = useText();
  const { percent } = useUnits();
  if (colors.length === 0) return null;
  return (
    <Section title={t('asset.colors')}>
      <Flex tag="ul" gap={3} wrap="wrap" alignItems="flex-start">
        {colors.map(({ hex, name, share }) => (
          <Box tag="li" key={hex} width="8rem">
            <Swatch $color={hex} aria-hidden />
            <Typography tag="p" variant="pi" textColor="neutral800">
              {name}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {percent(share)}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {hex}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Section>
  );
};
