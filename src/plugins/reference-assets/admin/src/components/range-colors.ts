import { css } from 'styled-components';

/** A slider in the colours of the theme: browsers draw the track that is left in those of the page, which Strapi keeps light. */
export const rangeColors = css`
  accent-color: ${({ theme }) => theme.colors.primary600};
  color-scheme: ${({ theme }) => (theme.colors.neutral0 === '#ffffff' ? 'light' : 'dark')};
`;
