import { Loader } from '@strapi/icons';
import { keyframes, styled } from 'styled-components';

const turn = keyframes`
  to { transform: rotate(360deg); }
`;

/** A small sign of work in progress. Strapi's own loader is an assertive alert, which a grid of them must not be. */
export const Spinner = styled(Loader).attrs({ 'aria-hidden': true })`
  width: 1.2rem;
  height: 1.2rem;
  flex-shrink: 0;

  @media (prefers-reduced-motion: no-preference) {
    animation: ${turn} 1.2s linear infinite;
  }
`;
