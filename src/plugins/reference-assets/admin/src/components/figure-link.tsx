import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A figure in a line of text that leads to what it counts. */
export const FigureLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;
