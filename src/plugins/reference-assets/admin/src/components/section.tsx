import { useId, type ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface SectionProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
  /** `plain` inside a panel, `boxed` as a card on the page's ground, `page` straight on that ground. */
  look?: keyof typeof looks;
}

const looks = { plain: 'sigma', boxed: 'delta', page: 'beta' } as const;

/** A titled part of a page or a panel. */
export const Section = ({ title, action, children, look = 'plain' }: SectionProps) => {
  const id = useId();
  const box =
    look === 'boxed'
      ? ({ background: 'neutral0', padding: 6, hasRadius: true, shadow: 'tableShadow' } as const)
      : {};
  return (
    <Box tag="section" aria-labelledby={id} width="100%" {...box}>
      <Flex justifyContent="space-between" gap={4} paddingBottom={4} wrap="wrap">
        <Typography id={id} tag="h2" variant={looks[look]} textColor="neutral800">
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Box>
  );
};
