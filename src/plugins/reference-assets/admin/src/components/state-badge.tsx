import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Spinner } from './spinner';

export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger' | 'alternative';

const Dot = styled.span<{ $tone: Tone }>`
  width: 0.8rem;
  height: 0.8rem;
  flex-shrink: 0;
  border-radius: 50%;
  background: ${({ theme, $tone }) => theme.colors[`${$tone}600`]};
`;

interface StateBadgeProps {
  tone?: Tone;
  /** Shows that something is under way. */
  busy?: boolean;
  children: ReactNode;
}

/** A state in words with a coloured sign; the words keep the text colour, so that they stay readable in both themes. */
export const StateBadge = ({ tone = 'neutral', busy = false, children }: StateBadgeProps) => (
  <Flex
    inline
    gap={2}
    paddingLeft={2}
    paddingRight={2}
    background={`${tone}100`}
    borderColor={`${tone}200`}
    hasRadius
    height="2.4rem"
    shrink={0}
  >
    {busy ? <Spinner /> : <Dot $tone={tone} />}
    <Typography
      variant="pi"
      fontWeight="semiBold"
      textColor="neutral800"
      style={{ whiteSpace: 'nowrap' }}
    >
      {children}
    </Typography>
  </Flex>
);
