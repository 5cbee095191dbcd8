import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const List = styled.dl`
  display: grid;
  grid-template-columns: minmax(11rem, auto) 1fr;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  margin: 0;
`;

export type Fact = readonly [label: string, value: ReactNode];

/** Names and values; those without a value are left out. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <List>
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .flatMap(([label, value]) => [
        <Typography key={`${label} name`} tag="dt" textColor="neutral600">
          {label}
        </Typography>,
        <Typography
          key={`${label} value`}
          tag="dd"
          textColor="neutral800"
          style={{ overflowWrap: 'anywhere' }}
        >
          {value}
        </Typography>,
      ])}
  </List>
);
