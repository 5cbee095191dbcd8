import { createGlobalStyle } from 'styled-components';

/**
 * Stills everything for people who ask their system for little motion. The design system turns its loaders whatever they
 * ask for; a duration of nothing at all would leave out the events that its dialogs close by.
 */
export const CalmMotion = createGlobalStyle`
  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 1ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
